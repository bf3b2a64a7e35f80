using TechAssist.Reports.Pdf.Flow;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>Sets tables and blocks of facts.</summary>
internal sealed class TableFlow(Typesetter typesetter, Words words)
{
    private const float Around = 12;

    public FlowPiece Table(Table table, int number)
    {
        var styles = CellStyles(table);
        var widths = Widths(table);
        var caption = words.Numbered("Table", number);
        var shape = new TableShape(widths, [.. table.Columns.Select(column => column.Alignment)])
        {
            Header = Row([.. table.Columns.Select(column => (RichText)column.Header)], widths, [.. styles.Select(_ => Theme.CellHeader)]),
            Caption = table.Caption is null ? [] : Caption(caption, table.Caption),
            CaptionContinued = table.Caption is null ? [] : Caption(string.Format(words.Culture, words["Continued"], caption), RichText.Empty),
        };
        return table.Rows.Count == 0
            ? Empty(shape)
            : new TablePiece(shape, [.. table.Rows.Select(row => Row(row, widths, styles))], false) { Before = Around, After = Around + 3 };
    }

    /// <summary>Width of each column; together the width of the text.</summary>
    public float[] Widths(Table table)
    {
        var styles = CellStyles(table);
        return ColumnWidths.Share(
            Theme.TextWidth, [.. table.Columns.Select(column => column.Width)], [.. table.Columns.Select((_, i) => Content(table, i, styles[i]))]);
    }

    public FlowPiece Facts(IReadOnlyList<Fact> facts, float labels = 128)
    {
        var widths = new[] { labels, Theme.TextWidth - labels };
        var rows = facts.Select(fact => Row([fact.Label, fact.Value], widths, [Theme.Label, Theme.Cell])).ToList();
        return new TablePiece(new TableShape(widths, [Alignment.Start, Alignment.Start]) { Inset = 0 }, rows, false) { Before = Around - 2, After = Around };
    }

    /// <summary>"Tableau 2" in front of the words of a caption.</summary>
    public TextLine[] Caption(string number, RichText caption) =>
        typesetter.Lines(
            [Inline.Bold(number), "  ", .. caption],
            Theme.Caption,
            Theme.TextWidth);

    private static TextStyle[] CellStyles(Table table) =>
    [
        .. table.Columns.Select((_, i) =>
            i == 0 && table.FirstColumnNamesRow ? Theme.Cell with { Face = Fonts.FontFace.SemiBold } : Theme.Cell),
    ];

    private TablePiece Empty(TableShape shape)
    {
        var none = typesetter.Lines(Inline.Italic(words["NoRows"]), Theme.Label, Theme.TextWidth);
        var cells = new TextLine[shape.Widths.Count][];
        Array.Fill(cells, []);
        cells[0] = none;
        return new TablePiece(shape, [new RowLines(cells)], false) { Before = Around, After = Around + 3 };
    }

    private (float Longest, float Whole) Content(Table table, int column, TextStyle style)
    {
        var header = typesetter.Measure(table.Columns[column].Header, Theme.CellHeader);
        var cells = table.Rows.Select(row => typesetter.Measure(row[column], style)).Append(header).ToList();
        const float padding = (2 * Theme.CellPaddingX) + 1;
        return (cells.Max(cell => cell.Longest) + padding, cells.Max(cell => cell.Whole) + padding);
    }

    private RowLines Row(IReadOnlyList<RichText> cells, float[] widths, TextStyle[] styles) =>
        new([.. cells.Select((cell, i) => typesetter.Lines(cell, styles[i], widths[i] - (2 * Theme.CellPaddingX)))]);
}
