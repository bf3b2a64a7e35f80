using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TechAssist.Reports.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>Tables of Word: with a header that repeats, or without lines for things side by side.</summary>
internal sealed class DocxTables(DocxText text, TableFlow widths, Words words)
{
    // A row with more characters than this may break across pages.
    private const int BreakableRow = 1200;

    public IEnumerable<OpenXmlElement> Table(Table table, int? number)
    {
        if (table.Caption is not null)
        {
            yield return Caption("Caption", "Table", number ?? 0, table.Caption);
        }

        var columns = widths.Widths(table).Select(width => (int)(width / Theme.TextWidth * DocxFrame.TextWidth)).ToArray();
        var grid = Grid(columns, table.Caption?.Plain);
        grid.Append(Row(table, [.. table.Columns.Select(column => (RichText)column.Header)], columns, true));
        grid.Append(table.Rows.Select(row => Row(table, row, columns, false)));
        if (table.Rows.Count == 0)
        {
            var none = Cell(columns.Sum(), [text.Paragraph("TableText", Inline.Italic(words["NoRows"]))]);
            none.TableCellProperties!.Append(new GridSpan { Val = columns.Length });
            grid.Append(new W.TableRow(none));
        }

        yield return grid;
        yield return After();
    }

    public W.Table Facts(IReadOnlyList<Fact> rows)
    {
        int[] columns = [DocxFrame.TextWidth * 3 / 10, DocxFrame.TextWidth - (DocxFrame.TextWidth * 3 / 10)];
        var grid = Grid(columns, null);
        grid.GetFirstChild<TableProperties>()!.GetFirstChild<TableBorders>()!.TopBorder!.Color = DocxStyles.Rule;
        grid.GetFirstChild<TableProperties>()!.GetFirstChild<TableBorders>()!.BottomBorder!.Color = DocxStyles.Rule;
        grid.Append(rows.Select(row => new W.TableRow(
            new TableRowProperties(new CantSplit()),
            Cell(columns[0], [text.Paragraph("TableLabel", row.Label)]),
            Cell(columns[1], [text.Paragraph("TableText", row.Value)]))));
        return grid;
    }

    public static W.Table Sides(IReadOnlyList<OpenXmlElement> left, IReadOnlyList<OpenXmlElement> right)
    {
        int[] columns = [DocxFrame.TextWidth / 2, DocxFrame.TextWidth / 2];
        var grid = Grid(columns, null);
        var properties = grid.GetFirstChild<TableProperties>()!;
        properties.RemoveAllChildren<TableBorders>();
        properties.GetFirstChild<TableLayout>()!.InsertAfterSelf(new TableCellMarginDefault(
            new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }));
        grid.Append(new W.TableRow(new TableRowProperties(new CantSplit()), Cell(columns[0], left), Cell(columns[1], right)));
        return grid;
    }

    /// <summary>"Tableau 3" as a field, so that Word renumbers when a table is added.</summary>
    public W.Paragraph Caption(string style, string key, int number, RichText caption)
    {
        var paragraph = text.Paragraph(style, RichText.Empty);
        paragraph.Append(DocxText.Run($"{words[key]}\u00A0", InlineStyle.Bold));
        paragraph.Append(DocxText.Field($"SEQ {words[key]} \\* ARABIC", DocxFrame.Number(number)));
        paragraph.Append(DocxText.Run("  "));
        text.Append(paragraph, caption);
        return paragraph;
    }

    /// <summary>Word joins tables that touch, and wants a paragraph at the end.</summary>
    public static W.Paragraph After() => new(new ParagraphProperties(
        new SpacingBetweenLines { Before = "0", After = "120", Line = "120", LineRule = LineSpacingRuleValues.Exact }));

    private W.TableRow Row(Table table, IReadOnlyList<RichText> cells, int[] columns, bool header)
    {
        var properties = new TableRowProperties();
        properties.Append(cells.Sum(cell => cell.Plain.Length) < BreakableRow ? [new CantSplit()] : Array.Empty<OpenXmlElement>());
        properties.Append(header ? [new TableHeader()] : Array.Empty<OpenXmlElement>());
        var row = new W.TableRow(properties);
        for (var i = 0; i < cells.Count; i++)
        {
            var bold = !header && i == 0 && table.FirstColumnNamesRow;
            var shown = bold ? RichText.Of([.. cells[i].Select(inline => inline with { Style = inline.Style | InlineStyle.Bold })]) : cells[i];
            var cell = Cell(columns[i], [text.Paragraph(header ? "TableHeader" : "TableText", shown, Align(table.Columns[i]))]);
            if (header)
            {
                cell.TableCellProperties!.Append(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Color = DocxStyles.Accent }));
                cell.TableCellProperties!.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = DocxStyles.Tint });
            }

            row.Append(cell);
        }

        return row;
    }

    private static Justification Align(TableColumn column) => new()
    {
        Val = column.Alignment switch
        {
            Alignment.Start => JustificationValues.Left,
            Alignment.Centre => JustificationValues.Center,
            Alignment.End => JustificationValues.Right,
            _ => throw new InvalidOperationException($"Unknown alignment {column.Alignment}."),
        },
    };

    private static TableCell Cell(int width, IReadOnlyList<OpenXmlElement> content)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = DocxFrame.Number(width), Type = TableWidthUnitValues.Dxa }));
        cell.Append(content.Count > 0 ? content : [new W.Paragraph()]);
        return cell;
    }

    private static W.Table Grid(int[] columns, string? description)
    {
        var properties = new TableProperties(
            new TableWidth { Width = DocxFrame.Number(columns.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Color = DocxStyles.Accent },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Color = DocxStyles.Accent },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = DocxStyles.Rule }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { FirstRow = true, NoVerticalBand = true });
        if (!string.IsNullOrEmpty(description))
        {
            properties.Append(new TableCaption { Val = CleanText.Line(description) });
        }

        return new W.Table(properties, new TableGrid(columns.Select(width => new GridColumn { Width = DocxFrame.Number(width) })));
    }
}
