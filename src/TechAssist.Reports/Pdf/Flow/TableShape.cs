using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf.Flow;

/// <summary>The set cells of a row.</summary>
internal sealed record RowLines(IReadOnlyList<TextLine[]> Cells)
{
    private const float Padding = 2 * Theme.CellPaddingY;

    public float Height { get; } =
        Math.Max(Theme.Cell.Leading, Cells.Max(cell => cell.Sum(line => line.Height))) + Padding;

    /// <summary>Parts every cell after the lines that fit; null below three lines of room.</summary>
    public (RowLines Head, RowLines Tail)? Split(float room)
    {
        var lines = (int)((room - Padding) / Theme.Cell.Leading);
        if (lines < 3)
        {
            return null;
        }

        return (new RowLines([.. Cells.Select(cell => cell.Take(lines).ToArray())]),
            new RowLines([.. Cells.Select(cell => cell.Skip(lines).ToArray())]));
    }
}

/// <summary>What all parts of a table share: columns, caption, header.</summary>
internal sealed record TableShape(IReadOnlyList<float> Widths, IReadOnlyList<Alignment> Alignments)
{
    private const float CaptionGap = 5;

    /// <summary>Room between the left edge of the table and the first column.</summary>
    public float Inset { get; init; } = Theme.CellPaddingX;

    public RowLines? Header { get; init; }

    public IReadOnlyList<TextLine> Caption { get; init; } = [];

    /// <summary>The caption where the table goes on on another page.</summary>
    public IReadOnlyList<TextLine> CaptionContinued { get; init; } = [];

    public float CaptionHeight(bool continued)
    {
        var caption = continued ? CaptionContinued : Caption;
        return caption.Count == 0 ? 0 : caption.Sum(line => line.Height) + CaptionGap;
    }

    /// <summary>Gives the top of the table below the caption.</summary>
    public float DrawCaption(Pen pen, float top, bool continued)
    {
        pen.Text(continued ? CaptionContinued : Caption, Theme.Left, top);
        return top + CaptionHeight(continued);
    }

    public void Draw(Pen pen, RowLines row, float top)
    {
        var x = Theme.Left;
        for (var column = 0; column < Widths.Count; column++)
        {
            var y = top + Theme.CellPaddingY;
            var padding = column == 0 ? Inset : Theme.CellPaddingX;
            var room = Widths[column] - padding - Theme.CellPaddingX;
            foreach (var line in row.Cells[column])
            {
                var shift = Alignments[column] switch
                {
                    Alignment.Start => 0,
                    Alignment.Centre => (room - line.Width) / 2,
                    Alignment.End => room - line.Width,
                    _ => throw new InvalidOperationException($"Unknown alignment {Alignments[column]}."),
                };
                pen.Text(line, x + padding + shift, y);
                y += line.Height;
            }

            x += Widths[column];
        }
    }
}
