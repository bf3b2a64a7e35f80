using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechAssist.Web.TagHelpers;

/// <summary>A text in which telephone numbers are one tap away: <c>&lt;phones text="…" /&gt;</c>. Numbers in international form, and others of eight digits or more.</summary>
public sealed partial class PhonesTagHelper : TagHelper
{
    public string? Text { get; set; }

    /// <summary>Within a line.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Inline ? "span" : "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "as-written");
        var text = Text ?? "";
        var at = 0;
        foreach (Match number in Number().Matches(text))
        {
            output.Content.Append(text[at..number.Index]);
            var link = new TagBuilder("a");
            link.MergeAttribute("href", "tel:" + NotDialled().Replace(number.Value, ""));
            link.InnerHtml.Append(number.Value);
            output.Content.AppendHtml(link);
            at = number.Index + number.Length;
        }

        output.Content.Append(text[at..]);
    }

    // The bracketed zero of "+33 (0)1" is not dialled.
    [GeneratedRegex(@"(?<![\w+])(?!\d{4}-\d\d-\d\d)(?:\+|00)?\(?\d(?:[\s\u00a0\u202f.()/-]{0,2}\d){7,14}(?!\w)", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\(0\)|[^\d+]", RegexOptions.None, 1000)]
    private static partial Regex NotDialled();
}
