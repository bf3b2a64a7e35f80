using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TechAssist.Reports;
using Inline = TechAssist.Reports.Inline;
using MarkdownList = Markdig.Syntax.ListBlock;

namespace TechAssist.Core.Documents;

/// <summary>Turns the limited Markdown of long texts into blocks: paragraphs, lists, quotes, tables, bold, italic and links. Headings
/// inside a text become bold lines, so that they do not disturb the document's own order; HTML stays plain text.</summary>
public static class MarkdownBlocks
{
    /// <summary>What a page holds across; a wider table is written as lines.</summary>
    private const int MostColumns = 8;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public static IReadOnlyList<TechAssist.Reports.Block> Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. Markdown.Parse(text.Trim(), Pipeline).SelectMany(Convert)];

    private static IEnumerable<TechAssist.Reports.Block> Convert(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                yield return new Paragraph(Read(heading.Inline, InlineStyle.Bold));
                break;
            case ParagraphBlock paragraph:
                yield return new Paragraph(Read(paragraph.Inline, InlineStyle.Plain));
                break;
            case MarkdownList list:
                yield return List(list, mayNest: true);
                break;
            case Markdig.Extensions.Tables.Table table:
                yield return Table(table);
                break;
            case QuoteBlock quote:
                yield return new Quote(Joined(quote));
                break;
            case LeafBlock { Inline: null } leaf:
                yield return new Paragraph(leaf.Lines.ToString());
                break;
            case ContainerBlock container:
                foreach (var inner in container.SelectMany(Convert))
                {
                    yield return inner;
                }

                break;
        }
    }

    /// <summary>As wide as its longest row; the others are filled up.</summary>
    private static TechAssist.Reports.Block Table(Markdig.Extensions.Tables.Table table)
    {
        List<List<RichText>> rows = [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => Joined(cell)).ToList())];
        var width = rows.Max(row => row.Count);
        if (width > MostColumns)
        {
            return new Paragraph(string.Join('\n', rows.Select(row => string.Join(" | ", row.Select(cell => cell.Plain)))));
        }

        return new TechAssist.Reports.Table(
            [.. Enumerable.Range(0, width).Select(index => new TableColumn(index < rows[0].Count ? rows[0][index].Plain : "", null, AlignmentOf(table, index)))],
            [.. rows.Skip(1).Select(row => Enumerable.Range(0, width).Select(index => index < row.Count ? row[index] : RichText.Empty).ToArray())]);
    }

    private static Alignment AlignmentOf(Markdig.Extensions.Tables.Table table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Center => Alignment.Centre,
            TableColumnAlign.Right => Alignment.End,
            _ => Alignment.Start,
        };

    private static TechAssist.Reports.ListBlock List(MarkdownList list, bool mayNest)
    {
        List<ListItem> items = [.. list.OfType<ListItemBlock>().Select(item => Item(item, mayNest))];
        return list.IsOrdered ? new NumberedList(items) : new BulletList(items);
    }

    // The blocks of a document nest lists once; what lies deeper stays as text of its item.
    private static ListItem Item(ListItemBlock item, bool mayNest)
    {
        var inner = mayNest ? item.OfType<MarkdownList>().FirstOrDefault() : null;
        return new ListItem(Joined(item, inner), inner is null ? null : List(inner, mayNest: false));
    }

    private static RichText Joined(ContainerBlock container, Markdig.Syntax.Block? without = null)
    {
        var inlines = new List<Inline>();
        foreach (var leaf in container.Where(block => block != without).SelectMany(block => block.Descendants<LeafBlock>().Prepend(block as LeafBlock)).OfType<LeafBlock>())
        {
            if (inlines.Count > 0)
            {
                inlines.Add("\n");
            }

            inlines.AddRange(Read(leaf.Inline, InlineStyle.Plain));
        }

        return RichText.Of([.. inlines]);
    }

    private static RichText Read(ContainerInline? container, InlineStyle style)
    {
        var inlines = new List<Inline>();
        Add(container, style, null, inlines);
        return RichText.Of([.. inlines]);
    }

    private static void Add(ContainerInline? container, InlineStyle style, string? href, List<Inline> inlines)
    {
        foreach (var inline in container ?? Enumerable.Empty<Markdig.Syntax.Inlines.Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    inlines.Add(new Inline(literal.Content.ToString(), style, href));
                    break;
                case LineBreakInline:
                    inlines.Add(new Inline("\n", style));
                    break;
                case EmphasisInline emphasis:
                    Add(emphasis, style | (emphasis.DelimiterCount > 1 ? InlineStyle.Bold : InlineStyle.Italic), href, inlines);
                    break;
                case LinkInline link:
                    Add(link, style, link.IsImage ? href : link.Url, inlines);
                    break;
                case AutolinkInline link:
                    inlines.Add(new Inline(link.Url, style, link.IsEmail ? "mailto:" + link.Url : link.Url));
                    break;
                case CodeInline code:
                    inlines.Add(new Inline(code.Content, style, href));
                    break;
                case HtmlEntityInline entity:
                    inlines.Add(new Inline(entity.Transcoded.ToString(), style, href));
                    break;
                case ContainerInline inner:
                    Add(inner, style, href, inlines);
                    break;
            }
        }
    }
}
