using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Nested flowcharts: cancelling anything in one faults the instance.</summary>
internal static class NestingRules
{
    public static IEnumerable<Finding> Check(LintFile file) => file.Flowcharts
        .Where(f => f.Parent is not null
            && f.Flow!.Activities.Any(a => a.Kind is ActivityKind.End or ActivityKind.Complete)
            && file.RegionsOf(f.Flow).Count > 0)
        .Select(f => new Finding(f.Id, "nested-end", "A nested flowchart with parallel work has an end: reaching it while a branch is open faults the instance."));
}
