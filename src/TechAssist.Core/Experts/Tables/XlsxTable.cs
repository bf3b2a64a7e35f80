using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TechAssist.Core.Documents;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace TechAssist.Core.Experts.Tables;

/// <summary>The first sheet of a workbook as a table. Days are read as <c>2031-03-03</c>; formulas by their last result.</summary>
internal static class XlsxTable
{
    /// <summary>What a workbook may unpack to, in bytes.</summary>
    private const long MostUnpacked = 300L * 1024 * 1024;

    /// <summary>Built-in number formats that show a day (ECMA-376, part 1, 18.8.30).</summary>
    private static readonly HashSet<uint> DayFormats = [14, 15, 16, 17, 22, 27, 30, 36, 50, 57];

    public static Table Read(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            CheckPackage(stream);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            return ToTable(Lines(document.WorkbookPart ?? throw TableFile.NotATable()));
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FormatException or KeyNotFoundException)
        {
            throw TableFile.NotATable();
        }
    }

    private static void CheckPackage(MemoryStream stream)
    {
        if (!FileKind.All.Single(kind => kind.Extension == "xlsx").IsSeenIn(stream))
        {
            throw TableFile.NotATable();
        }

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Sum(entry => entry.Length) > MostUnpacked)
        {
            throw new InvalidInputException("file", "file-too-large", TableFile.MostBytes / (1024 * 1024));
        }

        stream.Position = 0;
    }

    private static Table ToTable(List<TableLine> lines)
    {
        if (lines.Count == 0)
        {
            throw new InvalidInputException("file", "file-empty");
        }

        var width = Array.FindLastIndex(lines[0].Cells, name => name.Length > 0) + 1;
        return new Table(lines[0].Cells[..width], [.. lines.Skip(1).Select(line => line with { Cells = Fit(line.Cells, width) }).Where(line => line.Cells.Any(cell => cell.Length > 0))]);
    }

    private static string[] Fit(string[] cells, int count) => [.. cells.Take(count), .. Enumerable.Repeat("", Math.Max(0, count - cells.Length))];

    private static List<TableLine> Lines(WorkbookPart book)
    {
        var first = book.Workbook!.Descendants<Sheet>().FirstOrDefault(sheet => sheet.State is null || sheet.State == SheetStateValues.Visible);
        if (first?.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart sheet)
        {
            throw TableFile.NotATable();
        }

        var texts = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(TextOf).ToArray() ?? [];
        var isDay = DayStyles(book.WorkbookStylesPart?.Stylesheet);
        var lines = new List<TableLine>();
        using var reader = OpenXmlReader.Create(sheet);
        while (lines.Count <= TableFile.MostLines + 1 && reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            var cells = Cells(row, texts, isDay);
            if (cells.Any(cell => cell.Length > 0))
            {
                lines.Add(new TableLine((int)(row.RowIndex?.Value ?? (uint)(lines.Count + 1)), cells));
            }
        }

        return lines;
    }

    private static string[] Cells(Row row, string[] texts, bool[] isDay)
    {
        var cells = new List<string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : next;
            next = at + 1;
            var text = Text(cell, texts, isDay).Trim();
            if (text.Length == 0)
            {
                continue;
            }

            while (cells.Count <= at)
            {
                cells.Add("");
            }

            cells[at] = text.Length <= TableFile.MostCell ? text : text[..TableFile.MostCell];
        }

        return [.. cells];
    }

    /// <summary>"AB12" is the 28th column: 27.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column is > 0 and <= 16_384 ? column - 1 : throw new FormatException("No such column.");
    }

    private static string Text(Cell cell, string[] texts, bool[] isDay)
    {
        var value = cell.CellValue?.Text ?? "";
        var kind = cell.DataType?.Value;
        if (kind == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Length ? texts[at] : "";
        }

        if (kind == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? string.Concat(inline.Descendants<Text>().Select(text => text.Text)) : "";
        }

        if (kind == CellValues.Error)
        {
            return "";
        }

        var style = (int)(cell.StyleIndex?.Value ?? 0);
        var isNumber = kind is null || kind == CellValues.Number;
        return isNumber && style < isDay.Length && isDay[style] && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 2_900_000
            ? DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;
    }

    private static string TextOf(SharedStringItem item) => string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    private static bool[] DayStyles(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.FormatCode?.Value is { } code && code.Any(letter => letter is 'y' or 'Y') && code.Any(letter => letter is 'd' or 'D' or 'm' or 'M'))
            .Select(format => format.NumberFormatId?.Value ?? 0)
            .ToHashSet() ?? [];
        return [.. styles?.CellFormats?.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value is { } id && (DayFormats.Contains(id) || own.Contains(id))) ?? []];
    }
}
