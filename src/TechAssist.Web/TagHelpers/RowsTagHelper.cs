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

    public override void Init(TagHelperContext context) => context.Items[typeof(RowsTagHelper)] = Name;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var button = Element("button", Text(Add), "btn btn-outline-primary", ("type", "submit"), ("name", FormRows.Button), ("value", "add:" + Name),
            ("formnovalidate", "formnovalidate"));
        WriteGroup(output, new HtmlContentBuilder().AppendHtml(rows).AppendHtml(button), Errors(Name));
        output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " rows");
    }
}

/// <summary>One row of <c>rows</c>.</summary>
[HtmlTargetElement("row", ParentTag = "rows")]
public sealed class RowTagHelper(Texts texts) : TagHelper
{
    /// <summary>Its place, from 0.</summary>
    public required int At { get; set; }

    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = (string)context.Items[typeof(RowsTagHelper)];
        var inside = await output.GetChildContentAsync();
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", "row-box");
        output.Content.AppendHtml("<legend>").Append(Label).AppendHtml("</legend>").AppendHtml(inside)
            .AppendHtml($"<button type=\"submit\" class=\"btn btn-link remove-row\" formnovalidate name=\"{FormRows.Button}\" value=\"remove:{list}[{At}]\">")
            .Append(texts["Form.Remove"]).AppendHtml("<span class=\"visually-hidden\"> ").Append(Label).AppendHtml("</span></button>");
    }
}
