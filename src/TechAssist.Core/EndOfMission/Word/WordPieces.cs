using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Writes pieces of text as Word's own paragraphs, lists, links and tables.</summary>
internal sealed class WordPieces(MainDocumentPart main, WordNumbers numbers)
{
    private readonly Dictionary<string, string> links = [];

    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<TextPiece> pieces)
    {
        var lists = new List<int>();
        foreach (var piece in pieces)
        {
            if (piece is TextGrid grid)
            {
                yield return Grid(grid);
                lists.Clear();
                continue;
            }

            var line = (TextLine)piece;
            yield return new Paragraph([Properties(line, lists), .. line.Runs.Select(Run)]);
        }

        // A control, like a cell, ends with a paragraph.
        if (pieces is [.., TextGrid])
        {
            yield return new Paragraph();
        }
    }

    private ParagraphProperties Properties(TextLine line, List<int> lists)
    {
        if (!line.IsEntry)
        {
            lists.Clear();
            return new ParagraphProperties(new ParagraphStyleId { Val = line.Kind switch { LineKind.Quote => "Quote", LineKind.Heading => "TextHeading", _ => "Normal" } });
        }

        var level = Math.Min(line.Level, WordNumbers.Levels - 1);
        lists.RemoveRange(Math.Min(level + 1, lists.Count), Math.Max(0, lists.Count - level - 1));
        while (lists.Count <= level)
        {
            lists.Add(0);
        }

        // An entry that goes on counting belongs to the list before it.
        if (line.Kind == LineKind.Bullet)
        {
            lists[level] = WordNumbers.Bullets;
        }
        else if (lists[level] is 0 or WordNumbers.Bullets)
        {
            lists[level] = numbers.NewList(level, line.Number);
        }

        return new ParagraphProperties(
            new ParagraphStyleId { Val = "ListParagraph" },
            new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = lists[level] }));
    }

    private OpenXmlElement Run(TextRun run)
    {
        var properties = new List<OpenXmlElement>();
        var leads = MarkdownPieces.MayLead(run.Href) && Uri.IsWellFormedUriString(run.Href, UriKind.Absolute);
        properties.AddRange(leads ? [new RunStyle { Val = "Hyperlink" }] : Array.Empty<OpenXmlElement>());
        properties.AddRange(run.IsBold ? [new Bold()] : Array.Empty<OpenXmlElement>());
        properties.AddRange(run.IsItalic ? [new Italic()] : Array.Empty<OpenXmlElement>());
        var written = Run(run.Text, properties);
        return leads ? new Hyperlink(written) { Id = LinkTo(run.Href!), History = true } : written;
    }

    public static Run Run(string text, IReadOnlyList<OpenXmlElement> properties)
    {
        var run = properties.Count > 0 ? new Run(new RunProperties(properties)) : new Run();
        var lines = TextRuns.Clean(text).Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            run.Append(index == 0 ? [] : [new Break()]);
            run.Append(new Text(lines[index]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private string LinkTo(string address)
    {
        if (!links.TryGetValue(address, out var id))
        {
            id = links[address] = $"rIdLink{links.Count + 1}";
            main.AddHyperlinkRelationship(new Uri(address), isExternal: true, id);
        }

        return id;
    }

    private Table Grid(TextGrid grid)
    {
        var columns = grid.Rows.Max(row => row.Count);
        var table = new Table(
            new TableProperties(new TableStyle { Val = "FormTable" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = (WordStyles.TextWidth / columns).ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        foreach (var row in grid.Rows)
        {
            table.Append(new TableRow(row.Select(cell => new TableCell(new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = "TableText" }), .. cell.Select(Run)])))));
        }

        return table;
    }
}

/// <summary>Marks and numbers of lists; a numbered list counts on its own.</summary>
internal sealed class WordNumbers
{
    public const int Levels = 9;
    public const int Bullets = 1;
    private const int Decimals = 2;

    private readonly Numbering numbering = new(Definition(Bullets, NumberFormatValues.Bullet), Definition(Decimals, NumberFormatValues.Decimal), Instance(Bullets, Bullets));

    private int last = Decimals;

    public WordNumbers(MainDocumentPart main) => main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering;

    public int NewList(int level, int start)
    {
        var instance = Instance(++last, Decimals);
        instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = Math.Clamp(start, 0, 30_000) }) { LevelIndex = level });
        numbering.Append(instance);
        return last;
    }

    private static NumberingInstance Instance(int id, int definition) => new(new AbstractNumId { Val = definition }) { NumberID = id };

    private static AbstractNum Definition(int id, NumberFormatValues format)
    {
        var definition = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            definition.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = format == NumberFormatValues.Bullet ? level % 2 == 0 ? "•" : "–" : $"%{level + 1}." },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = $"{360 * (level + 1)}", Hanging = "360" }))
            { LevelIndex = level });
        }

        return definition;
    }
}
