using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Walks over the lines of a flowchart.</summary>
internal static class Graph
{
    /// <summary>Everything that can be reached from the given activities, themselves included.</summary>
    /// <param name="forward">Along the lines, or against them.</param>
    /// <param name="onlyForwardLines">Leaves out the ways back.</param>
    /// <param name="barrier">Is reached, but not passed.</param>
    public static HashSet<Activity> Walk(Flowchart flow, IEnumerable<Activity> from, bool forward, bool onlyForwardLines, Activity? barrier = null)
    {
        var against = forward ? null : flow.Connections.ToLookup(c => c.Target);
        var found = new HashSet<Activity>();
        var open = new Stack<Activity>(from);
        while (open.TryPop(out var current))
        {
            if (!found.Add(current) || current == barrier)
            {
                continue;
            }

            foreach (var line in forward ? flow.Outbound(current) : against![current])
            {
                if (!onlyForwardLines || line.IsForward)
                {
                    open.Push(forward ? line.Target : line.Source);
                }
            }
        }

        return found;
    }

    /// <summary>The activities of the flowchart so that each forward line leads from an earlier to a later one.</summary>
    public static List<Activity> InOrder(Flowchart flow)
    {
        var waiting = flow.Activities.ToDictionary(a => a, a => flow.Connections.Count(c => c.IsForward && c.Target == a));
        var ready = new Queue<Activity>(flow.Start is null ? [] : [flow.Start]);
        var ordered = new List<Activity>();
        while (ready.TryDequeue(out var next))
        {
            ordered.Add(next);
            foreach (var line in flow.Outbound(next).Where(l => l.IsForward))
            {
                if (--waiting[line.Target] == 0)
                {
                    ready.Enqueue(line.Target);
                }
            }
        }

        return ordered;
    }
}
