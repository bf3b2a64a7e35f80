using System.Collections.Frozen;

namespace TechAssist.Workflow.Definitions;

/// <summary>A parsed definition in Elsa 3's format. Immutable: parse once, share between threads and cases.</summary>
public sealed class WorkflowDefinition
{
    private readonly FrozenDictionary<string, HumanStep> _steps;
    private readonly FrozenDictionary<string, Activity> _byKey;

    internal WorkflowDefinition(DefinitionHeader header, Activity root, IReadOnlyList<Activity> activities)
    {
        Header = header;
        Root = root;
        Activities = activities;
        Workflow = new Activity(activities.Count, "Workflow1", "Elsa.Workflow", root.Inputs);
        HumanSteps = Read(ActivityKind.HumanStep, StepReader.HumanStep);
        NotifySteps = Read(ActivityKind.Notify, StepReader.Notify);
        WaitUntilSteps = Read(ActivityKind.WaitUntil, StepReader.WaitUntil);
        ProduceSteps = Read(ActivityKind.Produce, StepReader.Produce);
        _steps = HumanSteps.DistinctBy(s => s.Id).ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
        _byKey = activities.DistinctBy(a => a.Key).ToFrozenDictionary(a => a.Key, StringComparer.Ordinal);
        Declared = activities.Select(a => a.Kind == ActivityKind.HumanStep
            ? StepReader.Texts(a.Inputs, "outcomes").ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty).ToArray();
    }

    /// <summary>Logical id, the same in every version; the key of our catalogue.</summary>
    public string DefinitionId => Header.DefinitionId;

    public string Name => Header.Name;

    public string? Description => Header.Description;

    public int Version => Header.Version;

    /// <summary>Version of the tool that wrote the file, for example <c>3.7.2.0</c>.</summary>
    public string? ToolVersion => Header.ToolVersion;

    /// <summary>After a fault the other branches go on and the faulted step can be tried again (<c>ContinueWithIncidentsStrategy</c>).</summary>
    public bool ContinuesWithIncidents => Header.ContinuesWithIncidents;

    public IReadOnlyList<WorkflowVariable> Variables => Header.Variables;

    public IReadOnlyList<WorkflowInput> Inputs => Header.Inputs;

    public Activity Root { get; }

    /// <summary>Every activity, nested ones too, in the order of the file; the root comes first.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    public IReadOnlyList<HumanStep> HumanSteps { get; }

    public IReadOnlyList<NotifyStep> NotifySteps { get; }

    public IReadOnlyList<WaitUntilStep> WaitUntilSteps { get; }

    public IReadOnlyList<ProduceStep> ProduceSteps { get; }

    internal DefinitionHeader Header { get; }

    /// <summary>Stands for the workflow itself, which owns the root.</summary>
    internal Activity Workflow { get; }

    /// <summary>By activity ordinal: the outcomes a human step declares.</summary>
    internal FrozenSet<string>[] Declared { get; }

    /// <summary>Reads a definition file.</summary>
    /// <exception cref="WorkflowFormatException">Not JSON, or not a definition the engine can read.</exception>
    public static WorkflowDefinition Parse(string json) => DefinitionParser.Parse(json);

    /// <summary>The human step with this id, or null.</summary>
    public HumanStep? FindStep(string id) => _steps.GetValueOrDefault(id);

    internal Activity? FindByKey(string key) => _byKey.GetValueOrDefault(key);

    private List<T> Read<T>(ActivityKind kind, Func<Activity, T> read) =>
        [.. Activities.Where(a => a.Kind == kind).Select(read)];
}

/// <summary>What a definition file says about itself, outside its root activity.</summary>
internal sealed record DefinitionHeader(
    string DefinitionId,
    string Name,
    string? Description,
    int Version,
    string? ToolVersion,
    bool ContinuesWithIncidents,
    IReadOnlyList<WorkflowVariable> Variables,
    IReadOnlyList<WorkflowInput> Inputs);
