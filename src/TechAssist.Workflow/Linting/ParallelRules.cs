using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Linting;

/// <summary>Ends and joins that lose work which is still open, or wait for what never comes.</summary>
internal static class ParallelRules
{
    public static IEnumerable<Finding> Check(LintFile file) => file.Flowcharts.SelectMany(f => CheckFlowchart(f.Flow!, file.RegionsOf(f.Flow!)));

    private static IEnumerable<Finding> CheckFlowchart(Flowchart flow, IReadOnlyList<ParallelRegion> regions) =>
        regions.SelectMany(Ends).Concat(regions.SelectMany(JoinsOfAny)).Concat(JoinsOfAll(flow));

    private static IEnumerable<Finding> Ends(ParallelRegion region) => region.Inside
        .Where(a => a.Kind is ActivityKind.End or ActivityKind.Complete)
        .Select(a => new Finding(a.Id, "end-in-parallel",
            $"The end stands on one of several parallel branches (from '{region.Split.Id}'): the other branches would be cancelled. Join them first."));

    /// <summary>WaitAny is right where at most one line in is alive.</summary>
    private static IEnumerable<Finding> JoinsOfAny(ParallelRegion region)
    {
        var joins = region.Inside.Append(region.Gate).OfType<Activity>().Where(a => Ports.ModeOf(a) == JoinMode.WaitAny);
        foreach (var join in joins.Where(j => j == region.Gate || region.Branches.Count(b => b.Contains(j)) > 1))
        {
            var nested = region.Inside.FirstOrDefault(a => a.Flow is not null);
            yield return nested is null
                ? new Finding(join.Id, "join-any-parallel",
                    $"Several lines into this WaitAny join can be alive (from '{region.Split.Id}'); the first would cancel the others. Use WaitAllActive.")
                : new Finding(join.Id, "join-any-nested", $"This WaitAny join could cancel the nested flowchart '{nested.Id}', which faults the instance.");
        }
    }

    /// <summary>WaitAll never fires, and drops the rest in silence, when a choice before it can leave one of its lines out.</summary>
    private static IEnumerable<Finding> JoinsOfAll(Flowchart flow)
    {
        Gates? gates = null;
        foreach (var join in flow.Activities.Where(a => Ports.ModeOf(a) == JoinMode.WaitAll && flow.ForwardInbound(a).Count > 1))
        {
            gates ??= Gates.FromStart(flow);
            if (gates.Of(join) is not { } gate)
            {
                continue;
            }

            var between = Graph.Walk(flow, [gate], forward: true, onlyForwardLines: true, barrier: join);
            var choice = between.FirstOrDefault(a => a != gate && a != join && Ports.IsChoice(a) && flow.IsForwardAncestor(a, join));
            if (choice is null && Ports.IsChoice(gate) && PortsTo(flow, gate, join) > 1)
            {
                choice = gate;
            }

            if (choice is not null)
            {
                yield return new Finding(join.Id, "join-all-after-choice",
                    $"This WaitAll join stands behind the choice '{choice.Id}': when a line is not taken it is skipped and the rest of the flow dropped. Use WaitAllActive.");
            }
        }
    }

    private static int PortsTo(Flowchart flow, Activity choice, Activity join) => flow.Outbound(choice)
        .Where(l => l.IsForward && (l.Target == join || flow.IsForwardAncestor(l.Target, join)))
        .Select(l => l.Port).Distinct().Count();
}
