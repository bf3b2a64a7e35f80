namespace TechAssist.Workflow.Execution;

/// <summary>Records what a burst did, in the notation of the conformance cases: <c>+a</c> begins, <c>~a</c> waits, <c>^a</c> resumed, <c>-a(X+Y)</c> completed, <c>xa</c> cancelled, <c>!a</c> faulted.</summary>
public sealed class WorkflowTrace
{
    private readonly List<string> _order = [];
    private readonly List<string> _events = [];
    private readonly List<string> _output = [];
    private readonly List<string> _inputs = [];

    /// <summary>Ids of the activities that began to execute.</summary>
    public IReadOnlyList<string> Order => _order;

    public IReadOnlyList<string> Events => _events;

    /// <summary>Lines written by WriteLine.</summary>
    public IReadOnlyList<string> Output => _output;

    /// <summary>How the inputs of each human step were evaluated.</summary>
    public IReadOnlyList<string> Inputs => _inputs;

    /// <summary>Ids of the activities that completed, in order: the path of the case.</summary>
    public IEnumerable<string> Completed => _completed;

    private readonly List<string> _completed = [];

    internal void Began(string id, bool isRoot)
    {
        _events.Add("+" + id);
        if (!isRoot)
        {
            _order.Add(id);
        }
    }

    internal void Resumed(string id) => _events.Add("^" + id);

    internal void Waits(string id) => _events.Add("~" + id);

    internal void HasCompleted(string id, IReadOnlyList<string>? outcomes)
    {
        _events.Add(outcomes is null ? "-" + id : $"-{id}({string.Join('+', outcomes)})");
        _completed.Add(id);
    }

    internal void IsCancelled(string id) => _events.Add("x" + id);

    internal void HasFaulted(string id) => _events.Add("!" + id);

    internal void Wrote(string line) => _output.Add(line);

    internal void Evaluated(string text) => _inputs.Add(text);
}
