using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Reads the limited Markdown of long texts. What has no form of its own in Word (code, pictures, links inside the text)
/// stays as it is typed, so that it comes back as it was.</summary>
internal sealed class MarkdownPieces
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UsePipeTables().UsePreciseSourceLocation().Build();

    private readonly string source;
    private readonly List<TextPiece> pieces = [];

    private MarkdownPieces(string source) => this.source = source;

    public static IReadOnlyList<TextPiece> Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var reader = new MarkdownPieces(TextRuns.Clean(text).Trim());
        foreach (var block in Markdown.Parse(reader.source, Pipeline))
        {
            reader.Read(block);
        }

        return reader.pieces;
    }

    /// <summary>Where a link may lead; anything else (a script, a file) is only text.</summary>
    public static bool MayLead(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto" or "tel");

    private void Read(Block block, int level = 0)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(LineKind.Heading, Runs(heading.Inline));
                break;
            case ParagraphBlock paragraph:
                Add(LineKind.Paragraph, Runs(paragraph.Inline));
                break;
            case ListBlock list:
                ReadList(list, level);
                break;
            case QuoteBlock quote:
                foreach (var leaf in quote.Descendants<LeafBlock>())
                {
                    Add(LineKind.Quote, RunsOf(leaf));
                }

                break;
            case Table table:
                pieces.Add(new TextGrid([.. table.OfType<TableRow>().Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)[.. row.OfType<TableCell>().Select(Cell)])]));
                break;
            default:
                Add(LineKind.Paragraph, [new TextRun(SourceOf(block))]);
                break;
        }
    }

    private void ReadList(ListBlock list, int level)
    {
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var text = new List<TextRun>();
            var rest = item.TakeWhile(block => block is not ListBlock).ToList();
            foreach (var leaf in rest.SelectMany(block => block is LeafBlock own ? [own] : block.Descendants<LeafBlock>()))
            {
                text.AddRange([.. text.Count > 0 ? [new TextRun("\n")] : Array.Empty<TextRun>(), .. RunsOf(leaf)]);
            }

            Add(list.IsOrdered ? LineKind.Number : LineKind.Bullet, text, level, number++);
            foreach (var block in item.Skip(rest.Count))
            {
                Read(block, level + 1);
            }
        }
    }

    private void Add(LineKind kind, IEnumerable<TextRun> runs, int level = 0, int number = 1)
    {
        var tidy = TextRuns.Tidy(runs);
        if (tidy.Count > 0)
        {
            pieces.Add(new TextLine(kind, tidy, level, number));
        }
    }

    private IReadOnlyList<TextRun> Cell(TableCell cell) =>
        TextRuns.Tidy(cell.Descendants<LeafBlock>().SelectMany((leaf, index) => index == 0 ? RunsOf(leaf) : RunsOf(leaf).Prepend(new TextRun(" "))));

    private List<TextRun> RunsOf(LeafBlock leaf) => leaf.Inline is null ? [new TextRun(SourceOf(leaf))] : Runs(leaf.Inline);

    private List<TextRun> Runs(ContainerInline? container)
    {
        var runs = new List<TextRun>();
        Add(container, new TextRun(""), runs);
        return runs;
    }

    private void Add(ContainerInline? container, TextRun style, List<TextRun> runs)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    runs.Add(style with { Text = literal.Content.ToString() });
                    break;
                case LineBreakInline:
                    runs.Add(style with { Text = "\n" });
                    break;
                case EmphasisInline emphasis:
                    Add(emphasis, emphasis.DelimiterCount > 1 ? style with { IsBold = true } : style with { IsItalic = true }, runs);
                    break;
                case LinkInline { IsImage: false } link when MayLead(link.Url):
                    Add(link, style with { Href = link.Url }, runs);
                    break;
                case AutolinkInline link when MayLead(link.IsEmail ? "mailto:" + link.Url : link.Url):
                    runs.Add(style with { Text = link.Url, Href = link.IsEmail ? "mailto:" + link.Url : link.Url });
                    break;
                case HtmlEntityInline entity:
                    runs.Add(style with { Text = entity.Transcoded.ToString() });
                    break;
                case CodeInline or LinkInline or AutolinkInline:
                    runs.Add(style with { Text = SourceOf(inline) });
                    break;
                case ContainerInline inner:
                    Add(inner, style, runs);
                    break;
            }
        }
    }

    private string SourceOf(MarkdownObject part) =>
        part.Span.Start >= 0 && part.Span.End < source.Length && part.Span.Length > 0 ? source.Substring(part.Span.Start, part.Span.Length) : "";
}
