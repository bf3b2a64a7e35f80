using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Drawing;

/// <summary>A box with its wrapped text, in pixels of the picture.</summary>
internal sealed record Box(DiagramStep Step, int X, int Y, int Width, int Height, IReadOnlyList<string> Label, IReadOnlyList<string> Notes)
{
    public int Bottom => Y + Height;

    public int Right => X + Width;

    public int Middle => Y + (Height / 2);
}

/// <summary>The name of a stage above its first box.</summary>
internal sealed record Heading(string Text, int Y);

/// <summary>A line down the left side, from one box to the next or to one that hangs from it.</summary>
internal sealed record Trunk(Box? From, Box? To);

/// <summary>Lines that lead to one box from elsewhere, drawn together at the right side.</summary>
internal sealed record Bus(Box Target, IReadOnlyList<Box> Sources, bool IsBack)
{
    public int Lane { get; init; }

    public int Top => Math.Min(Target.Y, Sources.Min(s => s.Y));

    public int Bottom => Math.Max(Target.Bottom, Sources.Max(s => s.Bottom));
}

/// <summary>Places boxes in one column, in reading order, and gives each line its way.</summary>
internal sealed record DiagramLayout(
    IReadOnlyList<Box> Boxes, IReadOnlyList<Heading> Headings, IReadOnlyList<Trunk> Trunks, IReadOnlyList<Bus> Buses, int Width, int Height, int EndY)
{
    public const int Left = 12;
    public const int Indent = 26;
    public const int Column = 288;
    public const int LineHeight = 19;
    public const int NoteHeight = 16;
    public const int Lane = 11;
    private const int Gap = 22;
    private const int Top = 48;

    public static DiagramLayout Of(DiagramGraph graph, IReadOnlyList<PlacedStep> placed, IReadOnlyList<DiagramStep> steps, DiagramText text)
    {
        var headings = new List<Heading>();
        var boxes = new Dictionary<Activity, Box>();
        var y = Top;
        var stage = "";
        for (var i = 0; i < placed.Count; i++)
        {
            if ((placed[i].Level == 0 || steps[i].IsParallel) && steps[i].Stage != stage && steps[i].Stage.Length > 0)
            {
                stage = steps[i].Stage;
                headings.Add(new Heading(stage, y + 10));
                y += 26;
            }

            var box = MakeBox(steps[i], y, text);
            boxes.Add(placed[i].Activity, box);
            y = box.Bottom + Gap;
        }

        var trunks = MakeTrunks(placed, boxes);
        var buses = AssignLanes(MakeBuses(graph, placed, boxes));
        var lanes = buses.Count == 0 ? 0 : buses.Max(b => b.Lane) + 1;
        return new DiagramLayout([.. boxes.Values], headings, trunks, buses, Left + Column + 12 + (lanes * Lane) + 8, y + 34, y + 6);
    }

    private static Box MakeBox(DiagramStep step, int y, DiagramText text)
    {
        var x = Left + (step.Level * Indent);
        var width = Column - (step.Level * Indent);
        var label = TextWrap.Wrap(step.Label, width - 46, 14);
        var notes = new List<string>();
        if (step.State == StepState.Current)
        {
            notes.Add(text["Now"]);
        }
        else if (step.State == StepState.Done)
        {
            notes.Add(text["Done"]);
        }

        if (step.IsParallel)
        {
            notes.AddRange(TextWrap.Wrap(text["Parallel"], width - 46, 12));
        }

        if (step.Ends.Count > 0)
        {
            notes.AddRange(TextWrap.Wrap(text.Format("Ends", string.Join(", ", step.Ends)), width - 46, 12));
        }

        return new Box(step, x, y, width, 16 + (label.Count * LineHeight) + (notes.Count * NoteHeight), label, notes);
    }

    private static List<Trunk> MakeTrunks(IReadOnlyList<PlacedStep> placed, Dictionary<Activity, Box> boxes)
    {
        var trunks = placed.Select(p => new Trunk(p.Parent is null ? null : boxes[p.Parent], boxes[p.Activity])).ToList();
        if (placed.LastOrDefault(p => p.Level == 0) is { } last)
        {
            trunks.Add(new Trunk(boxes[last.Activity], null));
        }

        return trunks;
    }

    private static List<Bus> MakeBuses(DiagramGraph graph, IReadOnlyList<PlacedStep> placed, Dictionary<Activity, Box> boxes)
    {
        var parents = placed.ToDictionary(p => p.Activity, p => p.Parent);
        var lines = placed.SelectMany(p => graph.LinesFrom(p.Activity).Where(l => l.Target is not null && boxes.ContainsKey(l.Target))
            .Select(l => (Source: p.Activity, Target: l.Target!)));
        return [.. lines.Distinct()
            .Where(l => parents[l.Target] != l.Source)
            .GroupBy(l => (l.Target, IsBack: boxes[l.Source].Y >= boxes[l.Target].Y))
            .Select(g => new Bus(boxes[g.Key.Target], [.. g.Select(l => boxes[l.Source])], g.Key.IsBack))];
    }

    /// <summary>Short lines stay near the boxes; two that overlap never share a lane.</summary>
    private static List<Bus> AssignLanes(List<Bus> buses)
    {
        var assigned = new List<Bus>();
        foreach (var bus in buses.OrderBy(b => b.Bottom - b.Top).ThenBy(b => b.Top))
        {
            var lane = 0;
            while (assigned.Exists(a => a.Lane == lane && a.Top <= bus.Bottom && bus.Top <= a.Bottom))
            {
                lane++;
            }

            assigned.Add(bus with { Lane = lane });
        }

        return assigned;
    }
}
