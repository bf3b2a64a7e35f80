using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Reports;

namespace TechAssist.Web.TagHelpers;

/// <summary>A long text as somebody typed it, with the limited Markdown that documents know too: paragraphs, lists, quotes, tables, bold,
/// italic and links. Nothing in it is HTML.</summary>
public sealed class ProseTagHelper : TagHelper
{
    public string? Text { get; set; }

    /// <summary>Said where there is no text.</summary>
    public string? Empty { get; set; }

    /// <summary>Which text of a report it is, by its path, where its words can be remarked on.</summary>
    public string? Field { get; set; }

    public ILookup<string, CommentRow>? Remarks { get; set; }

    private MarkedText? marked;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var isEmpty = string.IsNullOrWhiteSpace(Text);
        output.Attributes.SetAttribute("class", isEmpty ? "prose prose-empty" : "prose");
        if (isEmpty)
        {
            output.Content.SetContent(Empty ?? "–");
            return;
        }

        if (Field is not null)
        {
            SaidTagHelper.Name(output, Field);
            marked = new MarkedText(Passages.Plain(Text!), Remarks?[Field] ?? []);
        }

        foreach (var block in MarkdownBlocks.Of(Text))
        {
            output.Content.AppendHtml(Write(block));
        }
    }

    private TagBuilder Write(Block block) => block switch
    {
        ListBlock list => Write(list),
        Table table => Write(table),
        Quote quote => Element("blockquote", quote.Text),
        Paragraph paragraph => Element("p", paragraph.Text),
        _ => throw new NotSupportedException($"Typed text holds a {block.GetType().Name}, which no page can show."),
    };

    private TagBuilder Write(Table table)
    {
        var head = new TagBuilder("tr");
        foreach (var column in table.Columns)
        {
            var cell = Element("th", column.Header);
            cell.MergeAttribute("scope", "col");
            head.InnerHtml.AppendHtml(Aligned(cell, column));
        }

        var body = new TagBuilder("tbody");
        foreach (var row in table.Rows)
        {
            var line = new TagBuilder("tr");
            for (var index = 0; index < row.Count; index++)
            {
                line.InnerHtml.AppendHtml(Aligned(Element("td", row[index]), table.Columns[index]));
            }

            body.InnerHtml.AppendHtml(line);
        }

        var whole = (TagBuilder)Wrap("table", new HtmlContentBuilder().AppendHtml(Wrap("thead", head)).AppendHtml(body));
        whole.AddCssClass("table");
        // On a phone it is moved sideways, with the keyboard too.
        var box = (TagBuilder)Wrap("div", whole);
        box.AddCssClass("table-scroll");
        box.MergeAttribute("tabindex", "0");
        return box;
    }

    private static TagBuilder Aligned(TagBuilder cell, TableColumn column)
    {
        if (column.Alignment == Alignment.End)
        {
            cell.AddCssClass("number");
        }

        return cell;
    }

    private TagBuilder Write(ListBlock list)
    {
        var element = new TagBuilder(list is NumberedList ? "ol" : "ul");
        foreach (var item in list.Items)
        {
            var line = Element("li", item.Text);
            if (item.Nested is { } inner)
            {
                line.InnerHtml.AppendHtml(Write(inner));
            }

            element.InnerHtml.AppendHtml(line);
        }

        return element;
    }

    private TagBuilder Element(string name, RichText text)
    {
        var element = new TagBuilder(name);
        foreach (var inline in text)
        {
            element.InnerHtml.AppendHtml(Write(inline));
        }

        marked?.NextLine();
        return element;
    }

    private IHtmlContent Write(Inline inline)
    {
        var content = marked?.Write(inline.Text, MayLead(inline.Href)) ?? new HtmlContentBuilder().Append(inline.Text);
        if (inline.Style.HasFlag(InlineStyle.Bold))
        {
            content = Wrap("strong", content);
        }

        if (inline.Style.HasFlag(InlineStyle.Italic))
        {
            content = Wrap("em", content);
        }

        if (!MayLead(inline.Href))
        {
            return content;
        }

        var link = Wrap("a", content);
        link.MergeAttribute("href", inline.Href);
        link.MergeAttribute("rel", "noopener noreferrer");
        return link;
    }

    /// <summary>Only to pages, mail and telephone; anything else (a script, a file) stays plain text.</summary>
    private static bool MayLead(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto" or "tel");

    private static TagBuilder Wrap(string name, IHtmlContent content)
    {
        var element = new TagBuilder(name);
        element.InnerHtml.AppendHtml(content);
        return element;
    }
}
