using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechAssist.Web.TagHelpers;

/// <summary>A Bootstrap icon, for the eye only: <c>&lt;icon name="check2" /&gt;</c>. The names are listed in package.json.</summary>
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        // The address with the file's fingerprint, so that browsers keep it.
        var assets = ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        output.Content.SetHtmlContent($"<use href=\"{ViewContext.HttpContext.Request.PathBase}/{assets?["lib/icons.svg"] ?? "lib/icons.svg"}#{Name}\"></use>");
    }
}
