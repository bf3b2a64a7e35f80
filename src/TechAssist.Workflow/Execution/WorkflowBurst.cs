namespace TechAssist.Workflow.Execution;

/// <summary>What one event led to: the new state and the effects, or the reasons why it was refused (state unchanged, no effects).</summary>
public sealed record WorkflowBurst(WorkflowState State, IReadOnlyList<WorkflowEffect> Effects, IReadOnlyList<Refusal> Refusals)
{
    public bool IsAccepted => Refusals.Count == 0;
}

/// <summary>Why an event was refused.</summary>
/// <param name="Code">Stable: <c>not-running</c>, <c>no-bookmark</c> or <c>unknown-outcome</c>.</param>
/// <param name="Subject">The bookmark, step or outcome in question.</param>
public sealed record Refusal(string Code, string Subject)
{
    public const string NotRunning = "not-running";
    public const string NoBookmark = "no-bookmark";
    public const string UnknownOutcome = "unknown-outcome";
}
