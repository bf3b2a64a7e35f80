namespace TechAssist.Workflow.Execution;

/// <summary>Where an instance stands. Only <see cref="Suspended"/> can be resumed.</summary>
public enum WorkflowStatus
{
    Suspended,
    Finished,
    Faulted,
    Cancelled,
}

/// <summary>Status of one execution of an activity.</summary>
internal enum ExecutionStatus
{
    Running,
    Completed,
    Cancelled,
    Faulted,
}
