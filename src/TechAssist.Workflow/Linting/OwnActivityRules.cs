using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>What our automatic steps must say.</summary>
internal static class OwnActivityRules
{
    public static IEnumerable<Finding> Check(LintFile file) =>
        file.Definition.NotifySteps.SelectMany(CheckNotify)
            .Concat(file.Definition.ProduceSteps.Where(s => s.Document.Trim().Length == 0)
                .Select(s => new Finding(s.Id, "no-document", "The step names no document.")))
            .Concat(file.Definition.WaitUntilSteps.SelectMany(CheckWait));

    private static IEnumerable<Finding> CheckNotify(NotifyStep step)
    {
        if (step.Template.Trim().Length == 0)
        {
            yield return new Finding(step.Id, "no-template", "The message names no template.");
        }

        if (step.Audience.Count == 0)
        {
            yield return new Finding(step.Id, "no-audience", "The message has no audience.");
        }

        foreach (var role in Audience.Unknown(step.Audience))
        {
            yield return new Finding(step.Id, "unknown-audience", $"The audience '{role}' is not known.");
        }
    }

    private static IEnumerable<Finding> CheckWait(WaitUntilStep step)
    {
        if (step.Date is null && step.Anchor is null)
        {
            yield return new Finding(step.Id, "no-date", "The wait names neither a date nor a case date to count from.");
        }

        if (step is { Anchor: not null, Offset: null })
        {
            yield return new Finding(step.Id, "no-offset", "The wait has no offset { amount, unit } from its case date.");
        }

        if (step.Offset is { } offset && !StepLimit.Units.Contains(offset.Unit))
        {
            yield return new Finding(step.Id, "unknown-unit", $"The unit '{offset.Unit}' of the offset is not known.");
        }
    }
}
