namespace TechAssist.Workflow.Definitions;

/// <summary>The activity types the engine runs. <see cref="Auto"/> and <see cref="Boom"/> exist for conformance cases only.</summary>
public enum ActivityKind
{
    Unknown,
    Flowchart,
    Start,
    End,
    Finish,
    Complete,
    Decision,
    Switch,
    Fork,
    Join,
    SetVariable,
    Delay,
    WriteLine,
    HumanStep,
    Notify,
    WaitUntil,
    Produce,
    Auto,
    Boom,
}

/// <summary>The type names of the definition format and what they are here.</summary>
public static class ActivityTypes
{
    private static readonly Dictionary<string, ActivityKind> _kinds = new(StringComparer.Ordinal)
    {
        ["Elsa.Flowchart"] = ActivityKind.Flowchart,
        ["Elsa.Start"] = ActivityKind.Start,
        ["Elsa.End"] = ActivityKind.End,
        ["Elsa.Finish"] = ActivityKind.Finish,
        ["Elsa.Complete"] = ActivityKind.Complete,
        ["Elsa.FlowDecision"] = ActivityKind.Decision,
        ["Elsa.FlowSwitch"] = ActivityKind.Switch,
        ["Elsa.FlowFork"] = ActivityKind.Fork,
        ["Elsa.FlowJoin"] = ActivityKind.Join,
        ["Elsa.SetVariable"] = ActivityKind.SetVariable,
        ["Elsa.Delay"] = ActivityKind.Delay,
        ["Elsa.WriteLine"] = ActivityKind.WriteLine,
        ["TechAssist.HumanStep"] = ActivityKind.HumanStep,
        ["TechAssist.Notify"] = ActivityKind.Notify,
        ["TechAssist.WaitUntil"] = ActivityKind.WaitUntil,
        ["TechAssist.Produce"] = ActivityKind.Produce,
        ["TechAssist.Auto"] = ActivityKind.Auto,
        ["TechAssist.Boom"] = ActivityKind.Boom,
    };

    /// <summary>What the type name stands for; <see cref="ActivityKind.Unknown"/> when the engine does not run it.</summary>
    public static ActivityKind KindOf(string type) => _kinds.GetValueOrDefault(type);

    /// <summary>End, Finish and Complete: reaching one completes the flowchart it stands in.</summary>
    internal static bool IsTerminal(this ActivityKind kind) =>
        kind is ActivityKind.End or ActivityKind.Finish or ActivityKind.Complete;
}
