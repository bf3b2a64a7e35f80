using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>All messages on top of the page, each linked to its field. The layout shows it; a page need not.</summary>
public sealed class ErrorSummaryTagHelper(Texts texts, HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Fields name themselves from top to bottom; what belongs to no field comes first.
        var places = FieldLabels.Of(ViewContext.HttpContext).Keys.ToList();
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Distinct()
            .OrderBy(error => places.IndexOf(FieldNames.Id(error.Key)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml("<h2 id=\"error-summary-title\">").Append(texts["Form.Problem"]).AppendHtml("</h2><ul>");
        foreach (var (key, message) in errors)
        {
            output.Content.AppendHtml("<li>").AppendHtml(key.Length == 0 ? encoder.Encode(message) : Link(key, message)).AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul>");
    }

    private string Link(string key, string message)
    {
        var id = FieldNames.Id(key);
        var text = FieldLabels.Of(ViewContext.HttpContext).TryGetValue(id, out var label) ? texts[label.EndsWith('?') ? "Form.QuestionAndError" : "Form.LabelAndError", label, message] : message;
        var place = FieldLabels.PagesOf(ViewContext.HttpContext).GetValueOrDefault(id, "#" + id);
        return $"<a href=\"{encoder.Encode(place)}\">{encoder.Encode(text)}</a>";
    }
}
