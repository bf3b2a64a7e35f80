using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf.Flow;

/// <summary>Two blocks of lines side by side: sender and recipient, two signatures.</summary>
internal sealed class SidesPiece(IReadOnlyList<TextLine> left, IReadOnlyList<TextLine> right) : FlowPiece
{
    /// <summary>Where the right side starts, from the left edge of the page.</summary>
    public const float RightX = 300;

    /// <summary>Room to sign above the lines, with a rule under it.</summary>
    public float SigningRoom { get; init; }

    public override float Height => SigningRoom + Math.Max(left.Sum(line => line.Height), right.Sum(line => line.Height));

    public override void Draw(Pen pen, float top)
    {
        Draw(pen, left, Theme.Left, top);
        Draw(pen, right, RightX, top);
    }

    private void Draw(Pen pen, IReadOnlyList<TextLine> lines, float x, float top)
    {
        if (SigningRoom > 0 && lines.Count > 0)
        {
            pen.Rule(x, x + 180, top + SigningRoom - 5, 0.5f, Theme.Muted);
        }

        pen.Text(lines, x, top + SigningRoom);
    }
}
