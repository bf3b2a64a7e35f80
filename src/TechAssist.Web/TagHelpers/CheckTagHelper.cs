using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>One box to tick: <c>&lt;check for="Input.Commitments.Host" label="…" /&gt;</c>.</summary>
public sealed class CheckTagHelper(Texts texts) : FieldBox(texts)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors(Name);
        var isTicked = string.Equals(Value, "true", StringComparison.OrdinalIgnoreCase);
        var inside = new HtmlContentBuilder()
            .AppendHtml(Input("checkbox", errors.Count > 0 ? "form-check-input is-invalid" : "form-check-input",
                ("id", Id), ("name", Name), ("value", "true"), ("checked", isTicked ? "checked" : null),
                ("aria-invalid", errors.Count > 0 ? "true" : null), ("aria-describedby", DescribedBy(errors.Count > 0))))
            .AppendHtml(Element("label", LabelText(), "form-check-label", ("for", Id)));
        if (Hint is not null)
        {
            inside.AppendHtml(Element("div", Text(Hint), "hint", ("id", Id + "-hint")));
        }

        NameField();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", errors.Count > 0 ? "field field-wrong" : "field");
        output.Content.AppendHtml(ErrorList(errors, Id + "-error")).AppendHtml(Element("div", inside, "form-check"));
    }

    protected override string Format(object? value) => value is true ? "true" : "false";
}
