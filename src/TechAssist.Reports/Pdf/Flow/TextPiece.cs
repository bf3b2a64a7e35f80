using SkiaSharp;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf.Flow;

/// <summary>A paragraph, a heading or an entry of a list: lines with a mark left of the first.</summary>
internal sealed class TextPiece(IReadOnlyList<TextLine> lines) : FlowPiece
{
    // Fewer lines than this never stand alone at the bottom or the top of a page.
    private const int Together = 2;

    /// <summary>Distance from the left edge of the text.</summary>
    public float Indent { get; init; }

    /// <summary>A bullet, or the number of an entry or a heading.</summary>
    public TextLine? Mark { get; init; }

    /// <summary>Where the mark starts, from the left edge of the page.</summary>
    public float MarkX { get; init; }

    /// <summary>The name links lead to.</summary>
    public string? Anchor { get; init; }

    public override float Height => lines.Count == 0 ? Mark?.Height ?? 0 : lines.Sum(line => line.Height);

    public override float LeastHeight =>
        lines.Count < Together * 2 ? Height : lines.Take(Together).Sum(line => line.Height);

    public override (FlowPiece Head, FlowPiece Tail)? Split(float room)
    {
        var fits = 0;
        for (var height = 0f; fits < lines.Count && height + lines[fits].Height <= room; fits++)
        {
            height += lines[fits].Height;
        }

        fits = Math.Min(fits, lines.Count - Together);
        return fits < Together ? null : (Part(0, fits, Mark), Part(fits, lines.Count, null));
    }

    public override void Draw(Pen pen, float top)
    {
        if (Anchor is not null)
        {
            pen.Anchor(Anchor, Math.Max(0, top - 12));
        }

        if (Mark is not null)
        {
            // Both stand on one baseline, also where the mark is set smaller.
            pen.Text(Mark, MarkX, top + (lines.Count > 0 ? lines[0] : Mark).Style.Baseline - Mark.Style.Baseline);
        }

        pen.Text(lines, Theme.Left + Indent, top);
    }

    private TextPiece Part(int from, int to, TextLine? mark) => new([.. lines.Skip(from).Take(to - from)])
    {
        Before = Before,
        After = After,
        KeepsWithNext = KeepsWithNext,
        Indent = Indent,
        Mark = mark,
        MarkX = MarkX,
        Anchor = from == 0 ? Anchor : null,
    };
}

/// <summary>Lines on a tinted ground or beside a bar: a note, a quotation.</summary>
internal sealed class BoxPiece(IReadOnlyList<TextLine> lines, bool tinted) : FlowPiece
{
    public const float PaddingX = 14;
    private const float PaddingY = 10;
    private const float Bar = 2.4f;

    private float Padding => tinted ? PaddingY : 1;

    public override float Height => lines.Sum(line => line.Height) + (2 * Padding);

    public override (FlowPiece Head, FlowPiece Tail)? Split(float room)
    {
        var fits = 0;
        for (var height = 2 * Padding; fits < lines.Count && height + lines[fits].Height <= room; fits++)
        {
            height += lines[fits].Height;
        }

        fits = Math.Min(fits, lines.Count - 2);
        return fits < 2 ? null : (Part(lines.Take(fits)), Part(lines.Skip(fits)));
    }

    public override void Draw(Pen pen, float top)
    {
        if (tinted)
        {
            pen.Fill(new SKRect(Theme.Left, top, Theme.Right, top + Height), Theme.Tint);
        }

        pen.Fill(new SKRect(Theme.Left, top, Theme.Left + Bar, top + Height), Theme.Accent);
        pen.Text(lines, Theme.Left + PaddingX, top + Padding);
    }

    // A box stays whole while it fits a page, so its least height is its height.
    private BoxPiece Part(IEnumerable<TextLine> part) => new([.. part], tinted) { Before = Before, After = After };
}
