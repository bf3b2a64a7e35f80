using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Reads the tables of the form: by the tags in their cells, or else by their header and labels.</summary>
internal sealed class WordTables(WordForm form, WordText text, WordRaw raw)
{
    /// <summary>Takes the table in when it is one of the form's.</summary>
    /// <param name="table">Of the file.</param>
    /// <param name="expected">The list whose heading stands above.</param>
    public bool Read(Table table, WordRowsPart? expected)
    {
        var tags = table.Descendants<Tag>().Select(tag => tag.Val?.Value).OfType<string>().ToList();
        var lines = Rows(table).Select(row => Cells(row).ToList()).ToList();
        var part = form.Parts.OfType<WordRowsPart>().FirstOrDefault(known => tags.Exists(tag => tag.StartsWith(known.Path + "[", StringComparison.Ordinal)))
            ?? Likely(lines, expected);
        if (part is not null)
        {
            var list = raw.Lists.TryGetValue(part.Path, out var there) ? there : raw.Lists[part.Path] = [];
            list.AddRange(part.IsCards ? Cards(lines, part) : Lines(lines, part));
            return true;
        }

        var facts = form.Parts.OfType<WordFactsPart>().FirstOrDefault(known => known.Fields.Any(field => tags.Contains(known.PathOf(field))))
            ?? form.Parts.OfType<WordFactsPart>().FirstOrDefault(known => lines.Count > 0 && lines.TrueForAll(line => line.Count == 2 && known.Fields.Any(field => Is(line[0], field))));
        return facts is not null && ReadFacts(lines, facts);
    }

    /// <summary>A table inside a text.</summary>
    public TextGrid Grid(Table table) => new(
    [
        .. Rows(table).Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)
        [
            .. Cells(row).Select(cell => (IReadOnlyList<TextRun>)
                [.. cell.Descendants<Paragraph>().SelectMany((paragraph, index) => index == 0 ? text.Line(paragraph).Runs : text.Line(paragraph).Runs.Prepend(new TextRun(" ")))]),
        ]),
    ]);

    private WordRowsPart? Likely(List<List<TableCell>> lines, WordRowsPart? expected)
    {
        bool Fits(WordRowsPart part) => part.IsCards
            ? lines.Count(line => line.Count == 2 && part.Fields.Any(field => Is(line[0], field))) * 2 > part.Fields.Count
            : lines.Count > 0 && Header(lines[0], part) is not null;
        return expected is not null && Fits(expected) ? expected
            : form.Parts.OfType<WordRowsPart>().FirstOrDefault(Fits) ?? (expected is { IsCards: false } && lines.Exists(line => line.Count == expected.Fields.Count) ? expected : null);
    }

    /// <returns>The field of each column; null when the line is no header.</returns>
    private List<WordField?>? Header(List<TableCell> cells, WordRowsPart part)
    {
        List<WordField?> fields = [.. cells.Select(cell => part.Fields.FirstOrDefault(field => Is(cell, field)))];
        return fields.Count(field => field is not null) * 2 > part.Fields.Count ? fields : null;
    }

    private IEnumerable<WordRow> Lines(List<List<TableCell>> lines, WordRowsPart part)
    {
        List<WordField?> columns = [.. part.Fields];
        foreach (var cells in lines)
        {
            if (Header(cells, part) is { } header)
            {
                columns = header;
                continue;
            }

            var row = new WordRow(IndexIn(cells, part), []);
            for (var index = 0; index < cells.Count; index++)
            {
                var field = Tagged(cells[index], part) ?? columns.ElementAtOrDefault(index);
                if (field is not null)
                {
                    row.Values.TryAdd(field.Name, Value(cells[index]));
                }
            }

            yield return row;
        }
    }

    private IEnumerable<WordRow> Cards(List<List<TableCell>> lines, WordRowsPart part)
    {
        var row = new WordRow(null, []);
        foreach (var cells in lines)
        {
            var field = cells.Count < 2 ? null : Tagged(cells[^1], part) ?? part.Fields.FirstOrDefault(field => Is(cells[0], field));
            if ((cells.Count == 1 || (field is not null && row.Values.ContainsKey(field.Name))) && row.Values.Count > 0)
            {
                yield return row;
                row = new WordRow(null, []);
            }

            if (field is not null)
            {
                row = row with { Index = row.Index ?? IndexIn(cells, part) };
                row.Values[field.Name] = Value(cells[^1]);
            }
            else if (cells.Count > 1 && string.Join(' ', cells.Select(Value)).Trim() is { Length: > 0 } words)
            {
                raw.Loose.Add(new LooseText(form.Sections.First(section => section.Parts.Contains(part)).Number, words));
            }
        }

        if (row.Values.Count > 0)
        {
            yield return row;
        }
    }

    private bool ReadFacts(List<List<TableCell>> lines, WordFactsPart facts)
    {
        foreach (var cells in lines.Where(cells => cells.Count > 1))
        {
            var field = facts.Fields.FirstOrDefault(field => TagsIn(cells[^1]).Contains(facts.PathOf(field))) ?? facts.Fields.FirstOrDefault(field => Is(cells[0], field));
            if (field is not null)
            {
                raw.Facts.TryAdd(facts.PathOf(field), Value(cells[^1]));
            }
        }

        return true;
    }

    private bool Is(TableCell cell, WordField field) => WordPlaces.Same(Plain(cell)) == WordPlaces.Same(field.Label);

    private string Value(TableCell cell) =>
        string.Concat(form.WithoutHint([new TextRun(Plain(cell))]).Select(run => run.Text)).Trim();

    private string Plain(OpenXmlElement cell) => string.Join('\n', cell.Descendants<Paragraph>().Select(text.Plain)).Trim();

    private static WordField? Tagged(TableCell cell, WordRowsPart part) => TagsIn(cell)
        .Where(tag => tag.StartsWith(part.Path + "[", StringComparison.Ordinal))
        .Select(tag => part.Fields.FirstOrDefault(field => tag.EndsWith("]." + field.Name, StringComparison.Ordinal)))
        .FirstOrDefault(field => field is not null);

    private static int? IndexIn(List<TableCell> cells, WordRowsPart part)
    {
        var tag = cells.SelectMany(TagsIn).FirstOrDefault(tag => tag.StartsWith(part.Path + "[", StringComparison.Ordinal));
        var end = tag?.IndexOf(']', StringComparison.Ordinal) ?? -1;
        return end > 0 && int.TryParse(tag.AsSpan(part.Path.Length + 1, end - part.Path.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    /// <summary>Of the controls in a cell, and of the one around it.</summary>
    private static IEnumerable<string> TagsIn(TableCell cell) =>
        cell.Descendants<Tag>().Concat(cell.Ancestors<SdtCell>().Take(1).SelectMany(around => around.SdtProperties?.Elements<Tag>() ?? [])).Select(tag => tag.Val?.Value).OfType<string>();

    private static IEnumerable<TableRow> Rows(OpenXmlElement container) => container.ChildElements.SelectMany(child => child switch
    {
        TableRow row => WordText.IsDeleted(row) ? [] : [row],
        SdtRow or SdtContentRow or CustomXmlRow => Rows(child),
        _ => [],
    });

    private static IEnumerable<TableCell> Cells(OpenXmlElement row) => row.ChildElements.SelectMany(child => child switch
    {
        TableCell cell => [cell],
        SdtCell or SdtContentCell or CustomXmlCell => Cells(child),
        _ => (IEnumerable<TableCell>)[],
    });
}
