using SkiaSharp;

namespace TechAssist.Reports.Charts;

/// <summary>
/// How each series looks. The tints differ in lightness and the patterns in shape, so that they stay apart in grey print and
/// for whoever does not see colours (the hues are those of Okabe and Ito's palette, darkened to the house's accent).
/// </summary>
internal static class ChartPatterns
{
    /// <summary>After so many series, looks repeat.</summary>
    public const int Count = 5;

    private const float Step = 4.5f;
    private const float Weight = 0.9f;

    private static readonly SKColor[] Grounds = [new(0x12, 0x4E, 0x5B), new(0xF6, 0xD9, 0xA6), new(0x8C, 0xC3, 0xDD), new(0xFF, 0xFF, 0xFF), new(0xB8, 0xBE, 0xC1)];
    private static readonly SKColor[] Inks = [new(0x12, 0x4E, 0x5B), new(0x9A, 0x56, 0x00), new(0x1F, 0x6A, 0x91), new(0x1C, 0x25, 0x28), new(0x1C, 0x25, 0x28)];

    /// <summary>An area with the look of a series.</summary>
    public static IEnumerable<ChartShape> Area(SKRect area, int series)
    {
        var look = series % Count;
        yield return new FilledArea(area, Grounds[look]);
        foreach (var stroke in Strokes(area, look))
        {
            yield return new StraightLine(stroke.From, stroke.To, Weight, Inks[look]);
        }

        yield return new Outline(area, 0.7f, Inks[look]);
    }

    private static IEnumerable<(SKPoint From, SKPoint To)> Strokes(SKRect area, int look) => look switch
    {
        1 => Diagonals(area, 1),
        2 => Uprights(area),
        3 => Diagonals(area, -1),
        4 => Diagonals(area, 1).Concat(Diagonals(area, -1)),
        _ => [],
    };

    private static IEnumerable<(SKPoint From, SKPoint To)> Uprights(SKRect area)
    {
        for (var x = area.Left + Step; x < area.Right; x += Step)
        {
            yield return (new SKPoint(x, area.Top), new SKPoint(x, area.Bottom));
        }
    }

    /// <summary>Lines at 45 degrees, cut at the edges by hand: a clip would be one more thing for every format to do.</summary>
    private static IEnumerable<(SKPoint From, SKPoint To)> Diagonals(SKRect area, int direction)
    {
        for (var start = Step - area.Height; start < area.Width; start += Step)
        {
            var (from, to) = (Math.Max(0, start), Math.Min(area.Width, start + area.Height));
            if (to - from < 0.5f)
            {
                continue;
            }

            yield return direction > 0
                ? (new SKPoint(area.Left + from, area.Bottom - (from - start)), new SKPoint(area.Left + to, area.Bottom - (to - start)))
                : (new SKPoint(area.Left + from, area.Top + (from - start)), new SKPoint(area.Left + to, area.Top + (to - start)));
        }
    }
}
