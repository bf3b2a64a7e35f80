using SkiaSharp;

namespace TechAssist.Reports.Pdf.Flow;

/// <summary>Rows under a caption and a header; both are repeated where the table goes on.</summary>
internal sealed class TablePiece(TableShape shape, IReadOnlyList<RowLines> rows, bool continued) : FlowPiece
{
    // A row taller than this may break within; a smaller one moves to the next page whole.
    private const float BreakableRow = 170;

    private float HeadHeight =>
        shape.CaptionHeight(continued) + (shape.Header?.Height ?? 0);

    public override float Height => HeadHeight + rows.Sum(row => row.Height);

    public override float LeastHeight => HeadHeight + rows.Take(2).Sum(row => Math.Min(row.Height, BreakableRow));

    public override (FlowPiece Head, FlowPiece Tail)? Split(float room)
    {
        var height = HeadHeight;
        var fits = 0;
        while (fits < rows.Count && height + rows[fits].Height <= room)
        {
            height += rows[fits].Height;
            fits++;
        }

        if (fits < rows.Count && rows[fits].Height > BreakableRow && rows[fits].Split(room - height) is var (head, tail))
        {
            return (Part([.. rows.Take(fits), head], continued), Part([tail, .. rows.Skip(fits + 1)], true));
        }

        return fits == 0 || fits == rows.Count ? null : (Part([.. rows.Take(fits)], continued), Part([.. rows.Skip(fits)], true));
    }

    public override void Draw(Pen pen, float top)
    {
        var y = shape.DrawCaption(pen, top, continued);
        if (shape.Header is { } header)
        {
            pen.Fill(new SKRect(Theme.Left, y, Theme.Right, y + header.Height), Theme.Tint);
            pen.Rule(Theme.Left, Theme.Right, y, 0.9f, Theme.Accent);
            shape.Draw(pen, header, y);
            y += header.Height;
            pen.Rule(Theme.Left, Theme.Right, y, 0.5f, Theme.Accent);
        }
        else
        {
            pen.Rule(Theme.Left, Theme.Right, y, 0.5f, Theme.Rule);
        }

        foreach (var row in rows)
        {
            shape.Draw(pen, row, y);
            y += row.Height;
            pen.Rule(Theme.Left, Theme.Right, y, 0.5f, Theme.Rule);
        }

        if (shape.Header is not null)
        {
            pen.Rule(Theme.Left, Theme.Right, y, 0.7f, Theme.Accent);
        }
    }

    private TablePiece Part(IReadOnlyList<RowLines> part, bool goesOn) =>
        new(shape, part, goesOn) { Before = Before, After = After };
}
