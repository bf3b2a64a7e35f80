using SkiaSharp;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf.Flow;

/// <summary>A picture with its caption below, never parted.</summary>
internal sealed class PicturePiece(Picture picture, SKSize size, IReadOnlyList<TextLine> caption) : FlowPiece
{
    private const float CaptionGap = 6;

    public override float Height => size.Height + (caption.Count == 0 ? 0 : CaptionGap + caption.Sum(line => line.Height));

    public override void Draw(Pen pen, float top)
    {
        pen.Picture(picture, SKRect.Create(Theme.Left, top, size.Width, size.Height));
        pen.Text(caption, Theme.Left, top + size.Height + CaptionGap);
    }
}
