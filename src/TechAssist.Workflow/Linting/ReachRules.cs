using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Steps the start never reaches, and steps from which no end can be reached.</summary>
internal static class ReachRules
{
    public static IEnumerable<Finding> Check(LintFile file) => file.Flowcharts.SelectMany(CheckFlowchart);

    private static IEnumerable<Finding> CheckFlowchart(Activity flowchart)
    {
        var flow = flowchart.Flow!;
        var hasEnd = flow.Activities.Any(a => a.Kind.IsTerminal());
        if (!hasEnd && flowchart.Parent is null)
        {
            yield return new Finding(flowchart.Id, "no-end", "The flowchart has no Elsa.End.");
        }

        var ending = Graph.Walk(flow, flow.Activities.Where(a => a.Kind.IsTerminal()), forward: false, onlyForwardLines: false);
        foreach (var activity in flow.Activities)
        {
            if (!flow.IsReachable(activity))
            {
                yield return new Finding(activity.Id, "unreachable", "The start does not lead to this activity; it would never run.");
            }
            else if (hasEnd && !ending.Contains(activity))
            {
                yield return new Finding(activity.Id, "dead-end", "No path leads from here to an end.");
            }
        }
    }
}
