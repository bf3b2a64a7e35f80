using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>What the caller has to do after a burst, as data, in order.</summary>
public abstract record WorkflowEffect;

/// <summary>A human step is open: give its people a work item.</summary>
public sealed record OpenStep(string StepId, string BookmarkId) : WorkflowEffect;

/// <summary>A wait that was open is gone without having been resumed (cancelled by a join, an end, a finish or the whole instance).</summary>
public sealed record CloseStep(string StepId, string BookmarkId) : WorkflowEffect;

/// <summary>Resume the bookmark when this much time has passed since now.</summary>
public sealed record StartTimer(string StepId, string BookmarkId, TimeSpan Delay) : WorkflowEffect;

/// <summary>Resume the bookmark when the date of the step has come.</summary>
public sealed record StartWait(string StepId, string BookmarkId, WaitUntilStep Wait) : WorkflowEffect;

/// <summary>Send the template to the audience.</summary>
public sealed record Notify(string StepId, string Template, IReadOnlyList<string> Audience) : WorkflowEffect;

/// <summary>Produce the document.</summary>
public sealed record Produce(string StepId, string Document) : WorkflowEffect;

/// <summary>The instance has ended by itself. <paramref name="Result"/> is its variable <c>result</c>; null is a fault of the definition (nothing was scheduled).</summary>
public sealed record Finished(string? Result) : WorkflowEffect;

/// <summary>Activities faulted in this burst. The instance goes on when the definition continues with incidents; its state says so.</summary>
public sealed record Faulted(IReadOnlyList<Incident> Incidents) : WorkflowEffect;
