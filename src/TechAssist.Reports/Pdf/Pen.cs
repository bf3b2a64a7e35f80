using SkiaSharp;
using TechAssist.Reports.Charts;
using TechAssist.Reports.Fonts;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>Draws on the present page, or on a surface: text, rules, areas, charts, pictures, links and their targets.</summary>
internal sealed class Pen : IDisposable
{
    private readonly SKDocument? _document;
    private readonly Dictionary<(FontFace Face, float Size, bool Slanted), SKFont> _fonts = [];
    private readonly Dictionary<SKColor, SKPaint> _paints = [];
    private readonly SKTextBlobBuilder _blob = new();
    private SKCanvas _canvas = null!;

    /// <summary>Draws page after page of a document.</summary>
    public Pen(SKDocument document) => _document = document;

    /// <summary>Draws on one surface.</summary>
    public Pen(SKCanvas canvas) => _canvas = canvas;

    public void BeginPage() => _canvas = _document!.BeginPage(Theme.PageWidth, Theme.PageHeight);

    public void EndPage() => _document!.EndPage();

    /// <summary>Lines below each other; gives the bottom of the last one.</summary>
    public float Text(IEnumerable<TextLine> lines, float x, float top, SKColor? color = null)
    {
        foreach (var line in lines)
        {
            Text(line, x, top, color);
            top += line.Height;
        }

        return top;
    }

    public void TextRight(TextLine line, float right, float top) => Text(line, right - line.Width, top);

    public void Text(TextLine line, float x, float top, SKColor? color = null)
    {
        var baseline = top + line.Style.Baseline;
        for (var from = 0; from < line.Runs.Count;)
        {
            var span = line.Runs[from].Span;
            var to = from + 1;
            while (to < line.Runs.Count && line.Runs[to].Span.Equals(span))
            {
                to++;
            }

            Glyphs(line, from, to, x, baseline, span.Target is null ? color ?? line.Style.Color : Theme.Accent);
            if (span.Target is not null)
            {
                var left = x + line.Runs[from].X;
                var last = line.Runs[to - 1];
                var right = x + last.X + (last.Run.Advance * line.Style.Size);
                Rule(left, right, baseline + (line.Style.Size * 0.16f), 0.4f, Theme.Accent);
                Link(new SKRect(left, top, right, top + line.Height), span.Target);
            }

            from = to;
        }
    }

    public void Fill(SKRect area, SKColor color) => _canvas.DrawRect(area, Paint(color));

    public void Rule(float left, float right, float y, float weight, SKColor color) =>
        Fill(new SKRect(left, y - (weight / 2), right, y + (weight / 2)), color);

    public void Chart(ChartDrawing drawing, float left, float top)
    {
        foreach (var shape in drawing.Shapes)
        {
            Draw(shape, left, top);
        }
    }

    public void Picture(Picture picture, SKRect area) => picture.Draw(_canvas, area);

    public void Anchor(string name, float top) => _canvas.DrawNamedDestinationAnnotation(new SKPoint(0, top), name);

    public void Link(SKRect area, string target)
    {
        if (target.StartsWith('#'))
        {
            _canvas.DrawLinkDestinationAnnotation(area, target[1..]);
        }
        else
        {
            _canvas.DrawUrlAnnotation(area, target);
        }
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        foreach (var paint in _paints.Values)
        {
            paint.Dispose();
        }

        _blob.Dispose();
    }

    private void Draw(ChartShape shape, float left, float top)
    {
        switch (shape)
        {
            case FilledArea area:
                Fill(SKRect.Create(left + area.Area.Left, top + area.Area.Top, area.Area.Width, area.Area.Height), area.Color);
                break;
            case Outline outline:
                using (var paint = Stroke(outline.Weight, outline.Color))
                {
                    _canvas.DrawRect(SKRect.Create(left + outline.Area.Left, top + outline.Area.Top, outline.Area.Width, outline.Area.Height), paint);
                }

                break;
            case StraightLine line:
                using (var paint = Stroke(line.Weight, line.Color))
                {
                    _canvas.DrawLine(left + line.From.X, top + line.From.Y, left + line.To.X, top + line.To.Y, paint);
                }

                break;
            case ChartLabel label:
                Text(label.Line, left + label.Left, top + label.Top);
                break;
        }
    }

    private static SKPaint Stroke(float weight, SKColor color) => new() { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = weight };

    private void Glyphs(TextLine line, int from, int to, float x, float baseline, SKColor color)
    {
        var size = line.Style.Size;
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += line.Runs[i].Run.Glyphs.Length;
        }

        if (count == 0)
        {
            return;
        }

        var glyphs = new ushort[count];
        var positions = new SKPoint[count];
        var at = 0;
        for (var i = from; i < to; i++)
        {
            var (run, _, offset) = line.Runs[i];
            run.Glyphs.CopyTo(glyphs, at);
            foreach (var position in run.Positions)
            {
                positions[at++] = new SKPoint(offset + (position.X * size), position.Y * size);
            }
        }

        var span = line.Runs[from].Span;
        _blob.AddPositionedRun(glyphs, Font(span.Face, size, span.Slanted), positions);
        using var blob = _blob.Build();
        _canvas.DrawText(blob, x, baseline, Paint(color));
    }

    private SKFont Font(FontFace face, float size, bool slanted)
    {
        if (!_fonts.TryGetValue((face, size, slanted), out var font))
        {
            font = new SKFont(face.Typeface, size, 1, slanted ? -0.2f : 0)
            {
                Subpixel = true,
                LinearMetrics = true,
                Hinting = SKFontHinting.None,
            };
            _fonts[(face, size, slanted)] = font;
        }

        return font;
    }

    private SKPaint Paint(SKColor color)
    {
        if (!_paints.TryGetValue(color, out var paint))
        {
            paint = new SKPaint { Color = color, IsAntialias = true };
            _paints[color] = paint;
        }

        return paint;
    }
}
