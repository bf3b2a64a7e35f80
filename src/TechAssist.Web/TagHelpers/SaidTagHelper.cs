using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Review;

namespace TechAssist.Web.TagHelpers;

/// <summary>A short text of a report, whose words can be remarked on: <c>&lt;said field="activities[0].done" text="…" remarks="…" /&gt;</c>.</summary>
public sealed class SaidTagHelper : TagHelper
{
    /// <summary>Camel-case path inside the report.</summary>
    public required string Field { get; set; }

    public string? Text { get; set; }

    public ILookup<string, CommentRow>? Remarks { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        Name(output, Field);
        var text = Text ?? "";
        output.Content.AppendHtml(new MarkedText(text, Remarks?[Field] ?? []).Write(text, isInLink: false));
    }

    /// <summary>Says to the browser which text it is, for a selection in it.</summary>
    internal static void Name(TagHelperOutput output, string field)
    {
        output.Attributes.SetAttribute("data-field", field);
        output.Attributes.SetAttribute("data-section", ReportSections.Of(field).ToString(CultureInfo.InvariantCulture));
    }
}
