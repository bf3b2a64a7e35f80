using SkiaSharp;
using TechAssist.Reports.Fonts;
using TechAssist.Reports.Pdf;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Charts;

/// <summary>Where everything of a chart stands: the legend on top, then the bars of each category with their values. The name of a
/// category stands beside its bars where there is room, above them on a narrow screen.</summary>
internal sealed class ChartLayout(Typesetter typesetter, Words words, float width)
{
    private const float Bar = 11;
    private const float Between = 3;
    private const float Swatch = 10;
    private const float NarrowBelow = 400;
    private const float LabelGap = 8;

    private static readonly TextStyle Name = new(8.6f, 11.4f, Theme.Ink);
    private static readonly TextStyle Value = new(8.4f, 11, Theme.Ink) { Face = FontFace.SemiBold };

    private readonly List<ChartShape> _shapes = [];
    private float _y;

    private bool IsNarrow => width < NarrowBelow;

    public ChartDrawing Draw(Chart chart)
    {
        if (!chart.HasValues)
        {
            Lines(typesetter.Lines(Inline.Italic(words["NoValues"]), Theme.Label, width), 0);
            return new ChartDrawing(width, _y, _shapes);
        }

        if (chart.Series.Count > 1 || chart.Unit is not null)
        {
            Legend(chart);
        }

        var left = IsNarrow ? 0 : LabelWidth(chart) + LabelGap;
        var room = width - left - ValueWidth(chart) - LabelGap;
        var scale = (float)Math.Max(Largest(chart), 0.0001m);
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            Category(chart, category, left, room / scale);
        }

        return new ChartDrawing(width, _y, _shapes);
    }

    private static decimal Largest(Chart chart)
    {
        var largest = Enumerable.Range(0, chart.Categories.Count)
            .Max(at => chart.Kind == ChartKind.Stacked ? chart.Series.Sum(series => series.Values[at] ?? 0) : chart.Series.Max(series => series.Values[at] ?? 0));
        return Math.Max(chart.Most ?? 0, largest);
    }

    private void Legend(Chart chart)
    {
        var x = 0f;
        if (chart.Series.Count > 1)
        {
            for (var i = 0; i < chart.Series.Count; i++)
            {
                var lines = typesetter.Lines(CleanText.Line(chart.Series[i].Name), Name, width - Swatch - 5);
                var wide = Swatch + 5 + lines.Max(line => line.Width);
                if (x > 0 && x + wide > width)
                {
                    (x, _y) = (0, _y + Name.Leading + 3);
                }

                _shapes.AddRange(ChartPatterns.Area(SKRect.Create(x, _y + 1, Swatch, Swatch - 1), i));
                var top = _y;
                foreach (var line in lines)
                {
                    _shapes.Add(new ChartLabel(line, x + Swatch + 5, top));
                    top += line.Height;
                }

                _y = top - Name.Leading;
                x += wide + 16;
            }

            _y += Name.Leading + 6;
        }

        if (chart.Unit is not null)
        {
            Lines(typesetter.Lines(CleanText.Line(chart.Unit), Theme.Label, width), 0);
            _y += 2;
        }
    }

    /// <summary>As wide as the longest name wants to be, up to two fifths.</summary>
    private float LabelWidth(Chart chart) =>
        Math.Min(width * 0.4f, chart.Categories.Max(category => typesetter.Measure(CleanText.Line(category), Name).Whole) + 1);

    private float ValueWidth(Chart chart) => Enumerable.Range(0, chart.Categories.Count)
        .Max(at => chart.Series.Max(series => typesetter.Line(chart.Kind == ChartKind.Stacked ? StackText(chart, at) : Figure(chart, series.Values[at]), Value).Width));

    private void Category(Chart chart, int at, float left, float scale)
    {
        var name = typesetter.Lines(CleanText.Line(chart.Categories[at]), Name, IsNarrow ? width : left - LabelGap);
        var top = _y;
        if (IsNarrow)
        {
            Lines(name, 0);
            _y += 1;
        }

        var first = _y;
        if (chart.Kind == ChartKind.Stacked)
        {
            Stack(chart, at, left, scale);
        }
        else
        {
            Bars(chart, at, left, scale);
        }

        _shapes.Add(new StraightLine(new SKPoint(left, first - 1), new SKPoint(left, _y - Between + 1), 0.8f, Theme.Muted));
        if (!IsNarrow)
        {
            Beside(name, left - LabelGap, first, _y - Between);
            _y = Math.Max(_y, top + name.Sum(line => line.Height) + Between);
        }

        _y += IsNarrow ? 6 : 4;
    }

    private void Bars(Chart chart, int at, float left, float scale)
    {
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var value = chart.Series[i].Values[at];
            var length = (float)(value ?? 0) * scale;
            if (length > 0)
            {
                _shapes.AddRange(ChartPatterns.Area(SKRect.Create(left, _y, length, Bar), i));
            }

            _shapes.Add(new ChartLabel(typesetter.Line(Figure(chart, value), Value), left + length + 5, _y));
            _y += Bar + Between;
        }
    }

    private void Stack(Chart chart, int at, float left, float scale)
    {
        var x = left;
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var length = (float)(chart.Series[i].Values[at] ?? 0) * scale;
            if (length > 0)
            {
                _shapes.AddRange(ChartPatterns.Area(SKRect.Create(x, _y, length, Bar), i));
                x += length;
            }
        }

        _shapes.Add(new ChartLabel(typesetter.Line(StackText(chart, at), Value), x + 5, _y));
        _y += Bar + Between;
    }

    /// <summary>The parts and their sum: "3 + 5 = 8". A part may be too short to have its number in it.</summary>
    private string StackText(Chart chart, int at)
    {
        List<decimal> parts = [.. chart.Series.Select(series => series.Values[at] ?? 0)];
        return parts.Count(part => part > 0) <= 1 ? Figure(chart, parts.Sum()) : $"{string.Join("\u00A0+\u00A0", parts.Select(part => Figure(chart, part)))}\u00A0=\u00A0{Figure(chart, parts.Sum())}";
    }

    public static string Figure(Chart chart, decimal? value, Words words) => value is { } known ? known.ToString($"N{chart.Decimals}", words.Culture) : "–";

    private string Figure(Chart chart, decimal? value) => Figure(chart, value, words);

    /// <summary>The middle of the name beside the middle of the bars.</summary>
    private void Beside(TextLine[] name, float right, float top, float bottom)
    {
        var y = Math.Max(top, ((top + bottom) / 2) - (name.Sum(line => line.Height) / 2));
        foreach (var line in name)
        {
            _shapes.Add(new ChartLabel(line, right, y, EndsAt: true));
            y += line.Height;
        }
    }

    private void Lines(TextLine[] lines, float x)
    {
        foreach (var line in lines)
        {
            _shapes.Add(new ChartLabel(line, x, _y));
            _y += line.Height;
        }
    }
}
