using System.Text.Json.Nodes;

namespace TechAssist.Workflow.Execution;

/// <summary>Everything about an instance that outlives a burst. Immutable to its readers; small; goes to and from JSON text.</summary>
public sealed class WorkflowState
{
    internal WorkflowState()
    {
    }

    public WorkflowStatus Status { get; internal init; }

    /// <summary>True while the instance waits and can be resumed; a finished, faulted or cancelled one never runs again.</summary>
    public bool IsRunning => Status == WorkflowStatus.Suspended;

    /// <summary>The open waits, oldest first. On a faulted instance they stay here, but cannot be resumed.</summary>
    public IReadOnlyList<Bookmark> Bookmarks { get; internal init; } = [];

    /// <summary>Every fault so far, oldest first.</summary>
    public IReadOnlyList<Incident> Incidents { get; internal init; } = [];

    /// <summary>Running, with nothing left that could be resumed: a stuck instance.</summary>
    public bool IsStuck => IsRunning && Bookmarks.Count == 0;

    /// <summary>Open executions, newest first (the order in which they are restored).</summary>
    internal IReadOnlyList<ExecutionRecord> Executions { get; init; } = [];

    /// <summary>Values of the workflow's persistent variables, by variable id, where they differ from the default.</summary>
    internal IReadOnlyDictionary<string, JsonNode?> Variables { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Workflow inputs that are declared persistent.</summary>
    internal IReadOnlyDictionary<string, JsonNode?> Inputs { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The workflow's own execution is complete, though something may still be open.</summary>
    internal bool RootCompleted { get; init; }

    /// <summary>The next number for an execution or bookmark.</summary>
    internal int Next { get; init; }

    /// <summary>The JSON text to keep with the case.</summary>
    public string ToJson() => StateJson.Write(this);

    /// <summary>Reads a text made by <see cref="ToJson"/>.</summary>
    /// <exception cref="FormatException">The text is not a saved state.</exception>
    public static WorkflowState Parse(string json) => StateJson.Read(json);
}

/// <summary>An open wait. A step can have several at once.</summary>
/// <param name="Id">Unique within the instance, never used again.</param>
/// <param name="StepId">The activity that waits.</param>
/// <param name="Type">The type of that activity, for example <c>TechAssist.HumanStep</c>.</param>
public sealed record Bookmark(string Id, string StepId, string Type)
{
    internal int Execution { get; init; }

    internal string ActivityKey { get; init; } = "";
}

/// <summary>A fault of an activity.</summary>
public sealed record Incident(string ActivityId, string Message);

/// <summary>A number under a name; lists of it are read and written at every act, and need no hashing.</summary>
internal readonly record struct Count(string Key, int Value);

/// <summary>A saved open execution: its activity, what it belongs to, and for a flowchart its counters and variables.</summary>
internal sealed record ExecutionRecord(int Id, int Parent, string ActivityKey, ExecutionStatus Status)
{
    public List<Count>? Visits { get; init; }

    /// <summary>Visits of each connection; negative when its latest visit was not followed.</summary>
    public List<Count>? Lines { get; init; }

    /// <summary>Completions of children it expects beyond one for each open child; see <see cref="ActivityExecution.OddCallbacks"/>.</summary>
    public List<Count>? Callbacks { get; init; }

    public IReadOnlyDictionary<string, JsonNode?>? Variables { get; init; }
}
