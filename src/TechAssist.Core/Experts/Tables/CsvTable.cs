using CsvHelper;

namespace TechAssist.Core.Experts.Tables;

/// <summary>Tables as text: cells set apart by commas, semicolons, tabs or bars.</summary>
public static class CsvTable
{
    /// <summary>What makes a spreadsheet take a cell for a formula.</summary>
    private const string FormulaStarts = "=+-@\t\r";

    public static Table Read(byte[] bytes)
    {
        var (text, encoding) = TableText.Read(bytes);
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        var lines = Lines(reader);
        if (lines.Count == 0)
        {
            throw new InvalidInputException("file", "file-empty");
        }

        var width = Array.FindLastIndex(lines[0].Cells, name => name.Length > 0) + 1;
        return new Table(lines[0].Cells[..width], [.. lines.Skip(1).Select(line => line with { Cells = Fit(line.Cells, width) })], encoding, (char)reader.Separator);
    }

    /// <summary>Writes the lines so that a spreadsheet opens them with their accents and takes nothing for a formula.</summary>
    public static void Write(Stream to, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> lines, char separator)
    {
        var options = new CsvWriterOptions
        {
            Separator = separator,
            Injection = CsvInjection.Escape,
            InjectionEscape = '\'',
            WriteByteOrderMark = true,
        };
        using var csv = CsvWriter.Create(to, options, leaveOpen: true);
        foreach (var line in lines.Prepend(columns))
        {
            foreach (var cell in line)
            {
                csv.WriteField(cell);
            }

            csv.EndRecord();
        }
    }

    private static List<TableLine> Lines(CsvReader reader)
    {
        var lines = new List<TableLine>();
        while (lines.Count <= TableFile.MostLines + 1 && reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = Clean(reader.GetString(at));
            }

            // A quote that is never closed swallows the rest of the file.
            if (Array.Exists(cells, cell => cell.Length > TableFile.MostCell))
            {
                throw new InvalidInputException("file", "table-open-quote", reader.LineNumber);
            }

            if (Array.Exists(cells, cell => cell.Length > 0))
            {
                lines.Add(new TableLine((int)reader.LineNumber, cells));
            }
        }

        return lines;
    }

    /// <summary>Trimmed, without the mark that an export puts before what looks like a formula.</summary>
    private static string Clean(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && FormulaStarts.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }

    private static string[] Fit(string[] cells, int count) => [.. cells.Take(count), .. Enumerable.Repeat("", Math.Max(0, count - cells.Length))];
}
