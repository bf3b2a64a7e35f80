using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Types, versions and places of activities; exactly one start a flowchart.</summary>
internal static class ActivityRules
{
    public static IEnumerable<Finding> Check(LintFile file) =>
        file.Children.SelectMany(CheckOne).Concat(file.Flowcharts.SelectMany(CheckStart));

    private static IEnumerable<Finding> CheckOne(Activity activity)
    {
        if (activity.Kind == ActivityKind.Unknown)
        {
            yield return new Finding(activity.Id, "unknown-type", $"The type '{activity.Type}' is not known.");
        }

        if (activity.Kind is ActivityKind.Auto or ActivityKind.Boom)
        {
            yield return new Finding(activity.Id, "test-type", $"The type '{activity.Type}' is for tests of the engine only.");
        }

        var version = activity.Inputs.Raw.GetValueOrDefault("version");
        if (version.ValueKind != System.Text.Json.JsonValueKind.Undefined && version.AsInt() != 1)
        {
            yield return new Finding(activity.Id, "activity-version", "The activity's version is 1; a version the host does not know faults the whole run.");
        }

        if (!activity.HasPosition)
        {
            yield return new Finding(activity.Id, "no-position", "metadata.designer.position is missing; a designer would put it on top of others.");
        }
    }

    private static IEnumerable<Finding> CheckStart(Activity flowchart)
    {
        var starts = flowchart.Flow!.Activities.Count(a => a.Kind == ActivityKind.Start);
        if (starts == 0)
        {
            yield return new Finding(flowchart.Id, "no-start", "The flowchart has no Elsa.Start.");
        }

        if (starts > 1)
        {
            yield return new Finding(flowchart.Id, "several-starts", "The flowchart has several Elsa.Start; only the first would run.");
        }
    }
}
