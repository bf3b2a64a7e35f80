using TechAssist.Reports.Charts;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf.Flow;

/// <summary>A drawn chart with its caption below, never parted.</summary>
internal sealed class ChartPiece(ChartDrawing drawing, IReadOnlyList<TextLine> caption) : FlowPiece
{
    private const float CaptionGap = 6;

    public override float Height => drawing.Height + CaptionGap + caption.Sum(line => line.Height);

    public override void Draw(Pen pen, float top)
    {
        pen.Chart(drawing, Theme.Left, top);
        pen.Text(caption, Theme.Left, top + drawing.Height + CaptionGap);
    }
}
