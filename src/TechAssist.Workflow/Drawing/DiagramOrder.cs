using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Drawing;

/// <summary>A step at its place in the reading order.</summary>
/// <param name="Parent">The step it hangs from in the drawing; null for the first.</param>
internal sealed record PlacedStep(Activity Activity, int Level, Activity? Parent);

/// <summary>The reading order: the main path is the longest way to an end; what branches off stands, indented, right after the step it leaves.</summary>
internal sealed class DiagramOrder
{
    private const int MaxLevel = 3;

    private readonly DiagramGraph _graph;
    private readonly Dictionary<Activity, int> _length = [];
    private readonly List<PlacedStep> _placed = [];
    private readonly HashSet<Activity> _seen = [];

    private DiagramOrder(DiagramGraph graph) => _graph = graph;

    public static IReadOnlyList<PlacedStep> Of(DiagramGraph graph)
    {
        var order = new DiagramOrder(graph);
        order.Place();
        return order._placed;
    }

    private void Place()
    {
        var spine = Spine();
        _seen.UnionWith(spine);
        Activity? above = null;
        foreach (var step in spine)
        {
            _placed.Add(new PlacedStep(step, 0, above));
            PlaceBranches(step, 1);
            above = step;
        }

        PlaceOtherBeginnings();
        PlaceReachedByWaysBack();
    }

    /// <summary>Steps that only a way back leads to stand last.</summary>
    private void PlaceReachedByWaysBack()
    {
        for (var i = 0; i < _placed.Count; i++)
        {
            foreach (var target in _graph.LinesFrom(_placed[i].Activity).Select(l => l.Target).OfType<Activity>().Where(_seen.Add))
            {
                _placed.Add(new PlacedStep(target, 1, _placed[i].Activity));
            }
        }
    }

    /// <summary>Ways to begin that the main path does not take stand first; they hang from the start.</summary>
    private void PlaceOtherBeginnings()
    {
        var main = _placed.ToList();
        _placed.Clear();
        foreach (var step in Forward(_graph.Start).Where(_seen.Add))
        {
            _placed.Add(new PlacedStep(step, 1, null));
            PlaceBranches(step, 2);
        }

        _placed.AddRange(main);
    }

    private void PlaceBranches(Activity step, int level)
    {
        foreach (var target in Forward(_graph.LinesFrom(step)).Where(_seen.Add))
        {
            _placed.Add(new PlacedStep(target, Math.Min(level, MaxLevel), step));
            PlaceBranches(target, level + 1);
        }
    }

    private List<Activity> Spine()
    {
        var spine = new List<Activity>();
        for (var next = Longest(_graph.Start); next is not null; next = Longest(_graph.LinesFrom(next)))
        {
            spine.Add(next);
        }

        return spine;
    }

    private Activity? Longest(IReadOnlyList<DiagramLine> lines)
    {
        Activity? best = null;
        foreach (var target in Forward(lines))
        {
            if (best is null || Length(target) > Length(best))
            {
                best = target;
            }
        }

        return best;
    }

    private int Length(Activity step)
    {
        if (_length.TryGetValue(step, out var known))
        {
            return known;
        }

        // Set first, so that a loop the file may hold after all ends here.
        _length[step] = 0;
        var longest = Longest(_graph.LinesFrom(step));
        return _length[step] = 1 + (longest is null ? 0 : Length(longest));
    }

    private static IEnumerable<Activity> Forward(IEnumerable<DiagramLine> lines) =>
        lines.Where(l => !l.IsBack).Select(l => l.Target).OfType<Activity>();
}
