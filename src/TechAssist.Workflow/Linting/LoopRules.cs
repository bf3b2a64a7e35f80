using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Linting;

/// <summary>Loops that counter mode faults on, or after which it passes a step over in silence.</summary>
internal static class LoopRules
{
    public static IEnumerable<Finding> Check(LintFile file) =>
        file.Flowcharts.SelectMany(f => BackEdges(f.Flow!).Concat(EndlessLoops(f.Flow!)).Concat(MergesAfterLoops(f.Flow!)).Concat(LoopsInBranches(f.Flow!, file.RegionsOf(f.Flow!))));

    private static IEnumerable<Finding> BackEdges(Flowchart flow) => flow.Connections
        .Where(c => !c.IsForward && !c.IsValidBackward && flow.IsReachable(c.Source))
        .Select(c => new Finding(c.Source.Id, "back-edge",
            $"The way back to '{c.Target.Id}' faults: there are paths to '{c.Source.Id}' that do not come through '{c.Target.Id}'. Give each deciding step its own step to come back from."));

    /// <summary>A way back along which nobody is asked runs for ever.</summary>
    private static IEnumerable<Finding> EndlessLoops(Flowchart flow)
    {
        foreach (var line in flow.Connections.Where(c => !c.IsForward && flow.IsReachable(c.Source) && !Waits(c.Source) && !Waits(c.Target)))
        {
            var reached = new HashSet<Activity>();
            var open = new Stack<Activity>([line.Target]);
            while (open.TryPop(out var current))
            {
                if (!Waits(current) && reached.Add(current))
                {
                    foreach (var next in flow.Outbound(current))
                    {
                        open.Push(next.Target);
                    }
                }
            }

            if (reached.Contains(line.Source))
            {
                yield return new Finding(line.Source.Id, "endless-loop", $"The loop back to '{line.Target.Id}' asks nobody: it could run for ever.");
            }
        }
    }

    // A nested flowchart may or may not wait; its own loops are checked in it.
    private static bool Waits(Activity activity) =>
        activity.Kind is ActivityKind.HumanStep or ActivityKind.Delay or ActivityKind.WaitUntil or ActivityKind.Flowchart;

    /// <summary>The counts of the lines into a merge drift apart when a loop runs over some of their sources only.</summary>
    private static IEnumerable<Finding> MergesAfterLoops(Flowchart flow)
    {
        var loops = flow.Connections.Where(c => !c.IsForward && flow.IsReachable(c.Source)).Select(c => c.Target).Distinct()
            .Select(target => (Target: target, Again: Graph.Walk(flow, [target], forward: true, onlyForwardLines: true))).ToList();
        foreach (var merge in flow.Activities.Where(a => flow.ForwardInbound(a).Count > 1 && Ports.ModeOf(a) != JoinMode.WaitAny))
        {
            var sources = flow.ForwardInbound(merge).Select(l => l.Source).Distinct().ToList();
            if (loops.Find(l => sources.Exists(l.Again.Contains) && !sources.TrueForAll(l.Again.Contains)) is { Target: { } start })
            {
                yield return new Finding(merge.Id, "merge-after-loop",
                    $"The loop back to '{start.Id}' runs over some of the lines into this activity and not over the others; after one turn it is passed over in silence. Put a FlowJoin with mode WaitAny before it.");
            }
        }
    }

    private static IEnumerable<Finding> LoopsInBranches(Flowchart flow, IReadOnlyList<ParallelRegion> regions)
    {
        foreach (var region in regions)
        {
            foreach (var line in flow.Connections.Where(c => !c.IsForward && region.Contains(c.Source)))
            {
                yield return new Finding(line.Source.Id, "loop-in-parallel",
                    $"The way back to '{line.Target.Id}' stands in one of several parallel branches (from '{region.Split.Id}'): the join would fire early or never. Go back only from after the join, or put the loop in a nested flowchart.");
            }
        }
    }
}
