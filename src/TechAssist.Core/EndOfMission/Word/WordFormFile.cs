using System.Globalization;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Writes a report as a form to be filled in with Word: a heading and a content control for every field, a table for every list.
/// Pure.</summary>
internal sealed class WordFormFile
{
    private static readonly string[] HowTo = ["How.Write", "How.Rows", "How.Tracked", "How.Back"];

    private readonly WordForm form;
    private readonly JsonNode content;
    private readonly WordControls controls;
    private readonly WordPieces pieces;

    private WordFormFile(WordForm form, ReportContent content, MainDocumentPart main)
    {
        this.form = form;
        this.content = JsonPlace.TreeOf(content);
        controls = new WordControls(form);
        pieces = new WordPieces(main, new WordNumbers(main));
    }

    /// <param name="form">Its fields, and the language of its words.</param>
    /// <param name="content">What stands there.</param>
    /// <param name="mark">Which report and revision it is.</param>
    /// <param name="head">Title and facts of the report, the title first.</param>
    public static byte[] Write(WordForm form, ReportContent content, WordMark mark, IReadOnlyList<string> head)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All(form.Language);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            var file = new WordFormFile(form, content, main);
            main.Document = new Document(new Body([.. file.Head(head), .. form.Sections.SelectMany(file.Section), Page()]));
            mark.Write(document);
            document.PackageProperties.Title = head[0];
            document.PackageProperties.Language = form.Words.Culture.Name;
        }

        return stream.ToArray();
    }

    private IEnumerable<OpenXmlElement> Head(IReadOnlyList<string> head)
    {
        yield return controls.Fixed("head",
        [
            Line("Title", head[0]), .. head.Skip(1).Select(fact => Line("Normal", fact)),
            .. HowTo.Select(key => Line("FormGuide", form.Own(key))),
        ]);
    }

    private IEnumerable<OpenXmlElement> Section(WordSection section)
    {
        yield return Line("Heading1", section.Heading);
        if (section.Guidance is not null)
        {
            yield return Line("FormGuide", section.Guidance);
        }

        foreach (var part in section.Parts)
        {
            if (part.Label.Length > 0 && !section.Names(part))
            {
                yield return Line("Heading2", part.Label);
            }

            foreach (var element in Part(part))
            {
                yield return element;
            }
        }
    }

    private IEnumerable<OpenXmlElement> Part(WordPart part) => part switch
    {
        WordTextPart text => [controls.Text(text, [.. pieces.Of(MarkdownPieces.Of(JsonPlace.TextAt(content, text.Path)))])],
        WordFactsPart facts => [Lines(facts.Fields.Select(field => (field, facts.PathOf(field), JsonPlace.TextAt(content, facts.PathOf(field)))), null), Gap()],
        WordRowsPart { IsCards: true } rows => Guided(rows, Rows(rows).SelectMany((row, index) => new OpenXmlElement[]
        {
            Lines(rows.Fields.Select(field => (field, $"{rows.Path}[{row.Index}].{field.Name}", JsonPlace.TextAt(row.Row, field.Name))), $"{rows.RowLabel} {index + 1}"), Gap(),
        })),
        WordRowsPart rows => Guided(rows, [Grid(rows), Gap()]),
        _ => throw new InvalidOperationException($"Unknown part {part.GetType().Name}."),
    };

    private static IEnumerable<OpenXmlElement> Guided(WordRowsPart rows, IEnumerable<OpenXmlElement> tables) =>
        rows.Guidance is null ? tables : tables.Prepend(Line("FormGuide", rows.Guidance));

    /// <summary>What stands there, then empty rows, which are numbered "+" in their tags.</summary>
    private IEnumerable<(JsonNode? Row, string Index)> Rows(WordRowsPart rows)
    {
        var there = (content[rows.Path] as JsonArray)?.ToList() ?? [];
        var spare = rows.IsCards ? Math.Max(rows.Spare, rows.Path == "recommendations" ? ReportRules.FewestRecommendations - there.Count : 1) : rows.Spare;
        return there.Select((row, index) => (row, index.ToString(CultureInfo.InvariantCulture))).Concat(Enumerable.Repeat(((JsonNode?)null, "+"), spare));
    }

    private Table Grid(WordRowsPart rows)
    {
        var all = rows.Fields.Sum(field => field.Width);
        int[] widths = [.. rows.Fields.Select(field => (int)(WordStyles.TextWidth * field.Width / all))];
        var table = Table(widths);
        var header = new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. rows.Fields.Select((field, index) => Cell(widths[index], Shaded("TableLabel", field.Label)))]);
        table.Append(header);
        foreach (var (row, number) in Rows(rows))
        {
            table.Append(new TableRow(rows.Fields.Select((field, index) => Cell(widths[index], Filled($"{rows.Path}[{number}].{field.Name}", field, JsonPlace.TextAt(row, field.Name))))));
        }

        return table;
    }

    /// <summary>Label left, field right.</summary>
    private Table Lines(IEnumerable<(WordField Field, string Path, string Value)> fields, string? title)
    {
        int[] widths = [WordStyles.TextWidth * 3 / 10, WordStyles.TextWidth * 7 / 10];
        var table = Table(widths);
        if (title is not null)
        {
            var cell = Cell(WordStyles.TextWidth, Shaded("TableLabel", title));
            cell.TableCellProperties!.Append(new GridSpan { Val = 2 }, new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "ECF2F3" });
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), cell));
        }

        foreach (var (field, path, value) in fields)
        {
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(widths[0], Shaded("TableLabel", field.Label)), Cell(widths[1], Filled(path, field, value))));
        }

        return table;
    }

    private Paragraph Filled(string path, WordField field, string value) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = "TableText" }), controls.Field(path, field, value));

    private static Paragraph Shaded(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }, new KeepNext()), WordPieces.Run(text, []));

    private static Table Table(int[] widths) => new(
        new TableProperties(new TableStyle { Val = "FormTable" }, new TableWidth { Width = $"{WordStyles.TextWidth}", Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));

    private static TableCell Cell(int width, Paragraph paragraph) => new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), paragraph);

    private static Paragraph Line(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), WordPieces.Run(text, []));

    /// <summary>Keeps two tables apart, which Word would join.</summary>
    private static Paragraph Gap() => new(new ParagraphProperties(new ParagraphStyleId { Val = "Gap" }));

    private static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
}
