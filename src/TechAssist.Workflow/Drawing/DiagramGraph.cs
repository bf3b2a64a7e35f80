using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Drawing;

/// <summary>A line between two shown steps, or from one to an end (<paramref name="Target"/> null).</summary>
internal sealed record DiagramLine(Activity? Target, bool IsBack, string? Result);

/// <summary>The definition with only what people care about: human steps and waits. Everything else is drawn together into the lines.</summary>
internal sealed class DiagramGraph
{
    private readonly Dictionary<Activity, List<DiagramLine>> _lines = [];
    private readonly HashSet<Activity> _parallel = [];

    public DiagramGraph(WorkflowDefinition definition)
    {
        Start = Collect(definition.Root);
        var open = new Stack<Activity>(Targets(Start));
        while (open.TryPop(out var step))
        {
            if (!_lines.ContainsKey(step))
            {
                _lines[step] = CollectFrom(step);
                foreach (var target in Targets(_lines[step]))
                {
                    open.Push(target);
                }
            }
        }
    }

    /// <summary>The lines into the first steps.</summary>
    public IReadOnlyList<DiagramLine> Start { get; }

    public IReadOnlyCollection<Activity> Steps => _lines.Keys;

    public IReadOnlyList<DiagramLine> LinesFrom(Activity step) => _lines[step];

    public bool IsParallel(Activity step) => _parallel.Contains(step);

    private static bool IsShown(Activity activity) => activity.Kind is ActivityKind.HumanStep or ActivityKind.WaitUntil or ActivityKind.Delay;

    private static IEnumerable<Activity> Targets(IEnumerable<DiagramLine> lines) => lines.Select(l => l.Target).OfType<Activity>();

    private List<DiagramLine> Collect(Activity flowchart)
    {
        var found = new List<DiagramLine>();
        if (flowchart.Flow?.Start is { } start)
        {
            Enter(new Walk(start, IsBack: false, Result: null), found);
        }

        return found;
    }

    private List<DiagramLine> CollectFrom(Activity step)
    {
        var found = new List<DiagramLine>();
        var seen = new HashSet<(Activity, bool)>();
        Leave(new Walk(step, IsBack: false, Result: null), found, seen);
        return [.. found.Distinct()];
    }

    private void Enter(Walk at, List<DiagramLine> found) => Enter(at, found, []);

    private void Enter(Walk at, List<DiagramLine> found, HashSet<(Activity, bool)> seen)
    {
        if (IsShown(at.Activity))
        {
            found.Add(new DiagramLine(at.Activity, at.IsBack, Result: null));
            return;
        }

        if (!seen.Add((at.Activity, at.IsBack)))
        {
            return;
        }

        if (at.Activity.Kind == ActivityKind.Fork)
        {
            foreach (var branch in at.Activity.Parent!.Flow!.Outbound(at.Activity))
            {
                _parallel.Add(branch.Target);
            }
        }

        if (at.Activity.Flow?.Start is { } inner)
        {
            Enter(at with { Activity = inner }, found, seen);
            return;
        }

        Leave(at, found, seen);
    }

    private void Leave(Walk at, List<DiagramLine> found, HashSet<(Activity, bool)> seen)
    {
        var activity = at.Activity;
        var ends = activity.Kind.IsTerminal();
        var lines = ends ? [] : activity.Parent!.Flow!.Outbound(activity);
        if (lines.Count == 0)
        {
            // The end of a nested flowchart goes on behind it.
            if (activity.Parent is { Parent: not null } nested && activity.Kind != ActivityKind.Finish)
            {
                Leave(at with { Activity = nested }, found, seen);
                return;
            }

            found.Add(new DiagramLine(null, at.IsBack, at.Result));
            return;
        }

        var result = activity.Kind == ActivityKind.SetVariable && activity.Inputs.TryGet("value", out var value) ? value.Text : at.Result;
        foreach (var line in lines)
        {
            Enter(new Walk(line.Target, at.IsBack || !line.IsForward, result), found, seen);
        }
    }

    private sealed record Walk(Activity Activity, bool IsBack, string? Result);
}
