namespace TechAssist.Workflow.Drawing;

/// <summary>Where a step stands in the case that is drawn.</summary>
public enum StepState
{
    Ahead,
    Done,
    Current,
}

/// <summary>How to draw a definition.</summary>
/// <param name="Language"><c>en</c> or <c>fr</c>.</param>
public sealed record DiagramOptions(string Language)
{
    /// <summary>Ids of the steps the case has completed.</summary>
    public IReadOnlyCollection<string> Visited { get; init; } = [];

    /// <summary>Ids of the steps that are open now.</summary>
    public IReadOnlyCollection<string> Current { get; init; } = [];

    /// <summary>Uses the requester's labels instead of those for staff.</summary>
    public bool ForRequester { get; init; }

    /// <summary>What the picture is called; a general name when empty.</summary>
    public string? Title { get; init; }

    /// <summary>Put before the ids in the SVG, so that a page can hold several.</summary>
    public string IdPrefix { get; init; } = "workflow";
}

/// <summary>A step as the drawing shows it; the list of them, in reading order, is the text alternative of the picture.</summary>
/// <param name="Level">0 on the main path; deeper for steps that branch off.</param>
/// <param name="Stage">The name of the stage, in the language of the drawing; empty for a wait.</param>
/// <param name="Next">Ids of the steps that can follow.</param>
/// <param name="Back">Those of them that come earlier: a way back.</param>
/// <param name="Ends">The results the case can end with right after this step, in the language of the drawing.</param>
/// <param name="IsParallel">Open at the same time as other steps.</param>
public sealed record DiagramStep(
    string Id,
    string Label,
    string Stage,
    StepState State,
    int Level,
    IReadOnlyList<string> Next,
    IReadOnlyList<string> Back,
    IReadOnlyList<string> Ends,
    bool IsParallel);
