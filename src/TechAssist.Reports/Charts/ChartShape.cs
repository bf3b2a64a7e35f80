using SkiaSharp;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Charts;

/// <summary>A stroke of a drawn chart, in points from its top left corner; every format knows how to draw all of them.</summary>
internal abstract record ChartShape;

internal sealed record FilledArea(SKRect Area, SKColor Color) : ChartShape;

internal sealed record Outline(SKRect Area, float Weight, SKColor Color) : ChartShape;

internal sealed record StraightLine(SKPoint From, SKPoint To, float Weight, SKColor Color) : ChartShape;

/// <summary>A line of text.</summary>
/// <param name="X">Its left end, or with <paramref name="EndsAt"/> its right one.</param>
internal sealed record ChartLabel(TextLine Line, float X, float Top, bool EndsAt = false) : ChartShape
{
    public float Left => EndsAt ? X - Line.Width : X;
}

/// <summary>A chart as it is drawn.</summary>
internal sealed record ChartDrawing(float Width, float Height, IReadOnlyList<ChartShape> Shapes);
