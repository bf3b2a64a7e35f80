using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TechAssist.Reports.Docx;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace TechAssist.Reports.Xlsx;

/// <summary>Renders a workbook: typed cells with formats of number, a frozen header, texts as inline strings so that none is a formula.</summary>
public static class XlsxRenderer
{
    private const int WidestColumn = 60;
    private const int NarrowestColumn = 10;
    private const int LongestName = 31;
    private const int LongestText = 32_000;

    private static readonly char[] NotInNames = [':', '\\', '/', '?', '*', '[', ']', '\''];

    public static byte[] Render(Workbook workbook)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = package.AddWorkbookPart();
            package.ChangeIdOfPart(main, "rIdMain");
            main.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = XlsxStyles.All();
            var sheets = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (sheet, at) in workbook.Sheets.Select((sheet, at) => (sheet, at)))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"rIdSheet{at + 1}");
                main.AddNewPart<WorksheetPart>(id).Worksheet = Write(sheet);
                sheets.Append(new S.Sheet { Name = NameOf(sheet.Name, names), SheetId = (uint)at + 1, Id = id });
            }

            main.Workbook = new S.Workbook(sheets);
            CoreProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore"), new FileProperties(
                workbook.Title, null, workbook.Author, null, workbook.Language, workbook.CreatedAt));
        }

        return FixedZip.Repack(stream, workbook.CreatedAt);
    }

    private static Worksheet Write(Sheet sheet)
    {
        var data = new SheetData();
        var top = 0u;
        if (sheet.Note is not null)
        {
            data.Append(new Row(TextOf(sheet.Note, XlsxStyles.Note)) { RowIndex = ++top });
        }

        data.Append(new Row(sheet.Header.Select(text => TextOf(text, XlsxStyles.Header))) { RowIndex = ++top });
        var header = top;
        foreach (var row in sheet.Rows)
        {
            data.Append(new Row(row.Select(CellOf)) { RowIndex = ++top });
        }

        var below = string.Create(CultureInfo.InvariantCulture, $"A{header + 1}");
        var worksheet = new Worksheet(
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = header, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new ListValue<StringValue>([below]) })
            { WorkbookViewId = 0 }),
            Columns(sheet),
            data);
        if (sheet.Rows.Count > 0 && sheet.Header.Count > 0)
        {
            worksheet.Append(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A{header}:{Letters(sheet.Header.Count)}{top}") });
        }

        worksheet.Append(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        return worksheet;
    }

    private static Columns Columns(Sheet sheet) => new(Enumerable.Range(0, sheet.Header.Count).Select(at => new Column
    {
        Min = (uint)at + 1,
        Max = (uint)at + 1,
        CustomWidth = true,
        Width = Math.Clamp(sheet.Rows.Select(row => at < row.Count && row[at] is TextCell text ? text.Text.Length : 0).Append(sheet.Header[at].Length).Max() + 2, NarrowestColumn, WidestColumn),
    }));

    private static Cell CellOf(SheetCell cell) => cell switch
    {
        TextCell text => TextOf(text.Text, XlsxStyles.Text),
        NumberCell number => ValueOf(number.Value, number.Decimals == 0 ? XlsxStyles.Whole : XlsxStyles.Decimal),
        ShareCell share => ValueOf(share.Value, XlsxStyles.Share),
        DayCell day => ValueOf(day.Day.ToDateTime(TimeOnly.MinValue).ToOADate(), XlsxStyles.Day),
        _ => throw new InvalidOperationException($"Unknown cell {cell}."),
    };

    private static Cell ValueOf(double value, uint style) => new(new CellValue(value.ToString("R", CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = style };

    private static Cell TextOf(string text, uint style)
    {
        var clean = CleanText.Of(text);
        return new Cell(new InlineString(new Text(clean.Length > LongestText ? clean[..LongestText] : clean) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
    }

    private static string NameOf(string name, HashSet<string> taken)
    {
        var clean = string.Concat(CleanText.Line(name).Where(letter => !NotInNames.Contains(letter)));
        clean = clean.Length == 0 ? "–" : clean.Length > LongestName ? clean[..LongestName] : clean;
        var unique = clean;
        for (var at = 2; !taken.Add(unique); at++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" {at}");
            unique = clean[..Math.Min(clean.Length, LongestName - end.Length)] + end;
        }

        return unique;
    }

    private static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
