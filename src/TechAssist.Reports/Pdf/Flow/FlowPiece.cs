namespace TechAssist.Reports.Pdf.Flow;

/// <summary>Something of a known height that is put on a page after what precedes it.</summary>
internal abstract class FlowPiece
{
    /// <summary>Room above in points; none at the top of a page. Of two neighbours the larger room counts.</summary>
    public float Before { get; init; }

    public float After { get; init; }

    /// <summary>Never the last on a page.</summary>
    public bool KeepsWithNext { get; init; }

    public abstract float Height { get; }

    /// <summary>The least that is worth starting at the bottom of a page.</summary>
    public virtual float LeastHeight => Height;

    /// <summary>A first part of at most that height and the rest; null when it cannot be parted there.</summary>
    public virtual (FlowPiece Head, FlowPiece Tail)? Split(float room) => null;

    public abstract void Draw(Pen pen, float top);
}

/// <summary>Starts a new page.</summary>
internal sealed class BreakPiece : FlowPiece
{
    public override float Height => 0;

    public override void Draw(Pen pen, float top)
    {
    }
}

/// <summary>Room, or a rule across the text.</summary>
internal sealed class RulePiece(float right, float weight) : FlowPiece
{
    public override float Height => weight;

    public override void Draw(Pen pen, float top) => pen.Rule(Theme.Left, right, top + (weight / 2), weight, Theme.Accent);
}
