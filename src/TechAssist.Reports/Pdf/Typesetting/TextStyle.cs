using SkiaSharp;
using TechAssist.Reports.Fonts;

namespace TechAssist.Reports.Pdf.Typesetting;

/// <summary>How text is set: size and distance of baselines in points.</summary>
internal sealed record TextStyle(float Size, float Leading, SKColor Color)
{
    public FontFace Face { get; init; } = FontFace.Regular;

    public FontFace Bold { get; init; } = FontFace.SemiBold;

    public FontFace Italic { get; init; } = FontFace.Italic;

    /// <summary>From the top of a line to its baseline.</summary>
    public float Baseline => ((Leading - ((Face.Ascent + Face.Descent) * Size)) / 2) + (Face.Ascent * Size);

    public FontFace FaceFor(InlineStyle style) =>
        style.HasFlag(InlineStyle.Bold) ? Bold : style.HasFlag(InlineStyle.Italic) ? Italic : Face;
}
