namespace TechAssist.Workflow.Linting;

/// <summary>One fault of a definition file.</summary>
/// <param name="StepId">The activity it is about; empty when it is about the file.</param>
/// <param name="Code">Stable kebab-case name of the rule, for example <c>outcome-not-connected</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record WorkflowFault(string File, string StepId, string Code, string Message)
{
    public override string ToString() =>
        StepId.Length == 0 ? $"{File}: {Message} [{Code}]" : $"{File}: {StepId}: {Message} [{Code}]";
}
