using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>Yes or no, and at first neither: for a <c>bool?</c>.</summary>
public sealed class YesNoTagHelper(Texts texts) : FieldBox(texts)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var all = new HtmlContentBuilder();
        foreach (var (value, word) in new[] { ("true", "Form.Yes"), ("false", "Form.No") })
        {
            var id = $"{Id}-{value}";
            all.AppendHtml(Element("div", new HtmlContentBuilder()
                .AppendHtml(Input("radio", "form-check-input", ("id", id), ("name", Name), ("value", value),
                    ("checked", string.Equals(Value, value, StringComparison.OrdinalIgnoreCase) ? "checked" : null)))
                .AppendHtml(Element("label", Text(T[word]), "form-check-label", ("for", id))), "form-check"));
        }

        WriteGroup(output, Element("div", all, "choices choices-inline"), Errors(Name));
    }
}
