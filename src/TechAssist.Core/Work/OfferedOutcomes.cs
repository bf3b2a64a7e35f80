using TechAssist.Core.Workflows;

namespace TechAssist.Core.Work;

/// <summary>What a person may choose at a step: its outcomes without those the clock or the system takes.</summary>
public static class OfferedOutcomes
{
    public static IReadOnlyList<string> Of(WorkflowCatalog workflows, string definition, int version, string stepId)
    {
        var step = workflows.Get(definition, version).FindStep(stepId);
        return step is null || !StepForms.Knows(step.Form) ? [] : [.. step.Outcomes.Except(StepForms.Empty(step.Form).OutcomesOfTheSystem)];
    }
}
