using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechAssist.Web.TagHelpers;

/// <summary>A text as somebody typed it: paragraphs, lists with dashes or numbers and line breaks stay as they are; nothing is markup.</summary>
public sealed class ProseTagHelper : TagHelper
{
    public string? Text { get; set; }

    /// <summary>Said where there is no text.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var isEmpty = string.IsNullOrWhiteSpace(Text);
        output.Attributes.SetAttribute("class", isEmpty ? "prose prose-empty" : "prose");
        output.Content.SetContent(isEmpty ? Empty ?? "–" : Text!.Trim());
    }
}
