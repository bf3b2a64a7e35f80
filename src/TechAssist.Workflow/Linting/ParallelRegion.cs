using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>What can be open at the same time: several lines that one completion follows together, up to where all their paths meet.</summary>
/// <param name="Split">The activity whose completion opens several branches.</param>
/// <param name="Gate">Where the branches meet; null when they never do.</param>
/// <param name="Branches">Everything in each branch; the gate itself is not in it.</param>
internal sealed record ParallelRegion(Activity Split, Activity? Gate, IReadOnlyList<HashSet<Activity>> Branches)
{
    public bool Contains(Activity activity) => Branches.Any(b => b.Contains(activity));

    public IEnumerable<Activity> Inside => Branches.SelectMany(b => b).Distinct();

    public static IReadOnlyList<ParallelRegion> Of(Flowchart flow)
    {
        var gates = Gates.FromEnd(flow);
        return [.. flow.Activities.Where(flow.IsReachable).SelectMany(split => Splits(flow, split)).Select(targets => Make(flow, gates, targets.Split, targets.Targets))];
    }

    private static IEnumerable<(Activity Split, List<Activity> Targets)> Splits(Flowchart flow, Activity split)
    {
        var lines = flow.Outbound(split).Where(l => l.IsForward).ToList();
        var groups = lines.Count > 0 && lines.TrueForAll(l => Ports.Together(split, lines[0], l))
            ? [lines]
            : lines.GroupBy(l => l.Port).Select(g => g.ToList());
        return groups.Select(g => (split, g.Select(l => l.Target).Distinct().ToList())).Where(g => g.Item2.Count > 1);
    }

    private static ParallelRegion Make(Flowchart flow, Gates gates, Activity split, List<Activity> targets)
    {
        var gate = gates.Common(targets);
        var branches = targets.Select(t =>
        {
            var branch = Graph.Walk(flow, [t], forward: true, onlyForwardLines: true, barrier: gate);
            if (gate is not null)
            {
                branch.Remove(gate);
            }

            return branch;
        });
        return new ParallelRegion(split, gate, [.. branches]);
    }
}
