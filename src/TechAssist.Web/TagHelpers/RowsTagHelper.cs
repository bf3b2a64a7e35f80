using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>A list whose rows are fields, with buttons that add and remove a row by posting the form (see FormRows):
/// <c>&lt;rows for="Input.Results" label="…" add="…"&gt; @for … &lt;row at="i" label="…"&gt;…&lt;/row&gt; &lt;/rows&gt;</c>.</summary>
public sealed class RowsTagHelper(Texts texts) : FieldBox(texts)
{
    /// <summary>The words on the button that adds a row.</summary>
    public required string Add { get; set; }

    /// <summary>The last row of the list is empty and is no row: from it <c>rows.js</c> makes new ones, also without a line.</summary>
    public bool HasBlank { get; set; }

    /// <summary>Rows are called by their place, which changes when one above is taken out.</summary>
    public bool IsNumbered { get; set; } = true;

    public override void Init(TagHelperContext context) => context.Items[typeof(RowsTagHelper)] = new RowList(Name, HasBlank ? ((ICollection)For.Model).Count - 1 : null);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var button = Element("button", Text(Add), "btn btn-outline-primary", ("type", "submit"), ("name", FormRows.Button), ("value", "add:" + Name),
            ("formnovalidate", "formnovalidate"));
        WriteGroup(output, new HtmlContentBuilder().AppendHtml(rows).AppendHtml(button), Errors(Name));
        output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " rows");
        if (IsNumbered)
        {
            output.Attributes.SetAttribute("data-numbered", "");
        }
    }
}

/// <summary>What a row knows of its list: its form name, and the place of the row that is none.</summary>
internal sealed record RowList(string Name, int? Blank);

/// <summary>One row of <c>rows</c>.</summary>
[HtmlTargetElement("row", ParentTag = "rows")]
public sealed class RowTagHelper(Texts texts) : TagHelper
{
    /// <summary>Its place, from 0.</summary>
    public required int At { get; set; }

    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = (RowList)context.Items[typeof(RowsTagHelper)];
        var inside = await output.GetChildContentAsync();
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", "row-box");
        output.Content.AppendHtml("<legend>").Append(Label).AppendHtml("</legend>").AppendHtml(inside)
            .AppendHtml($"<button type=\"submit\" class=\"btn btn-link remove-row\" formnovalidate name=\"{FormRows.Button}\" value=\"remove:{list.Name}[{At}]\">")
            .Append(texts["Form.Remove"]).AppendHtml("<span class=\"visually-hidden\"> ").Append(Label).AppendHtml("</span></button>");
        if (list.Blank == At)
        {
            output.PreElement.AppendHtml("<template>");
            output.PostElement.AppendHtml("</template>");
        }
    }
}
