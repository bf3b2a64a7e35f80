using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Drawing;

/// <summary>Draws a definition from top to bottom, with the path and the present steps of a case marked.</summary>
public static class WorkflowDiagram
{
    /// <summary>The steps in reading order: the text alternative of the picture.</summary>
    public static IReadOnlyList<DiagramStep> Steps(WorkflowDefinition definition, DiagramOptions options)
    {
        var graph = new DiagramGraph(definition);
        return Describe(definition, options, graph, DiagramOrder.Of(graph));
    }

    /// <summary>An accessible SVG: role img with title and description, marks that do not rest on colour, no style and no script; as wide as its container, made for 360 pixels and up.</summary>
    public static string ToSvg(WorkflowDefinition definition, DiagramOptions options)
    {
        var graph = new DiagramGraph(definition);
        var placed = DiagramOrder.Of(graph);
        var steps = Describe(definition, options, graph, placed);
        var text = new DiagramText(options.Language);
        return new SvgWriter(DiagramLayout.Of(graph, placed, steps, text), text, options).Write();
    }

    private static List<DiagramStep> Describe(
        WorkflowDefinition definition, DiagramOptions options, DiagramGraph graph, IReadOnlyList<PlacedStep> placed)
    {
        var text = new DiagramText(options.Language);
        var place = placed.Select((p, i) => (p.Activity, i)).ToDictionary(p => p.Activity, p => p.i);
        return [.. placed.Select(p => Describe(definition, options, graph, p, place, text))];
    }

    private static DiagramStep Describe(
        WorkflowDefinition definition, DiagramOptions options, DiagramGraph graph, PlacedStep placed, Dictionary<Activity, int> place, DiagramText text)
    {
        var id = placed.Activity.Id;
        var step = placed.Activity.Kind == ActivityKind.HumanStep ? definition.FindStep(id) : null;
        var lines = graph.LinesFrom(placed.Activity);
        return new DiagramStep(
            id,
            step is null ? WaitLabel(placed.Activity, text) : Label(step, options),
            step is null ? "" : text.Known("Stage", step.Stage),
            StateOf(id, options),
            placed.Level,
            [.. lines.Where(l => l.Target is not null).Select(l => l.Target!.Id).Distinct()],
            [.. lines.Where(l => l.Target is not null && place[l.Target] <= place[placed.Activity]).Select(l => l.Target!.Id).Distinct()],
            [.. lines.Where(l => l.Target is null).Select(l => l.Result is null ? text["End"] : text.Known("Result", l.Result)).Distinct()],
            graph.IsParallel(placed.Activity));
    }

    private static string Label(HumanStep step, DiagramOptions options)
    {
        var label = options.ForRequester ? step.LabelRequester(options.Language) : step.LabelStaff(options.Language);
        return label.Length > 0 ? label : step.Title.Length > 0 ? step.Title : step.Id;
    }

    private static string WaitLabel(Activity activity, DiagramText text)
    {
        var wait = StepReader.WaitUntil(activity);
        return wait.Offset is { } offset
            ? text.Format("WaitFor", string.Format(System.Globalization.CultureInfo.InvariantCulture, text.Known("Unit", offset.Unit), offset.Amount))
            : text["Wait"];
    }

    private static StepState StateOf(string id, DiagramOptions options) =>
        options.Current.Contains(id) ? StepState.Current
        : options.Visited.Contains(id) ? StepState.Done
        : StepState.Ahead;
}
