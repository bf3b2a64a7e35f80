namespace TechAssist.Workflow.Definitions;

/// <summary>The text is not a workflow definition that the engine can read; the message says why.</summary>
public sealed class WorkflowFormatException : Exception
{
    public WorkflowFormatException()
    {
    }

    public WorkflowFormatException(string message)
        : base(message)
    {
    }

    public WorkflowFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
