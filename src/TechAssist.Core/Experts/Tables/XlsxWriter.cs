using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TechAssist.Core.Experts.Tables;

/// <summary>Writes a workbook of one sheet. Every cell is text, so that nothing in it is ever computed.</summary>
public static class XlsxWriter
{
    /// <summary>What a cell of a workbook holds at most.</summary>
    private const int MostCell = 32_767;

    public static void Write(Stream to, string sheetName, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> lines)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        AddStyles(book);
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            WriteFrozenNames(writer);
            WriteWidths(writer, columns.Count);
            writer.WriteStartElement(new SheetData());
            WriteLine(writer, columns, style: 1);
            foreach (var line in lines)
            {
                WriteLine(writer, line, style: 0);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheetName, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        book.Workbook.Save();
    }

    private static void AddStyles(WorkbookPart book) => book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));

    private static void WriteFrozenNames(OpenXmlWriter writer) => writer.WriteElement(new SheetViews(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
    {
        WorkbookViewId = 0,
    }));

    private static void WriteWidths(OpenXmlWriter writer, int count) =>
        writer.WriteElement(new Columns(new Column { Min = 1, Max = (uint)Math.Max(1, count), Width = 22, CustomWidth = true }));

    private static void WriteLine(OpenXmlWriter writer, IReadOnlyList<string> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            var text = cell.Length <= MostCell ? cell : cell[..MostCell];
            writer.WriteElement(new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
            });
        }

        writer.WriteEndElement();
    }
}
