using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>What still keeps a text from going on, each line linked to its field. Written after the fields of the form, whose
/// labels it reads.</summary>
public sealed partial class MissingTagHelper(Texts texts) : TagHelper
{
    public required IReadOnlyList<FieldError> Errors { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "missing");
        var labels = FieldLabels.Of(ViewContext.HttpContext);
        foreach (var error in Errors)
        {
            var id = FieldNames.Id(FieldNames.Key(error.Field));
            var link = new TagBuilder("a");
            link.MergeAttribute("href", "#" + Target(id, labels));
            var name = Name(error.Field, id, labels);
            link.InnerHtml.Append(name);
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(link).Append(name.EndsWith('?') ? " " : texts["Colon"] + " ").Append(Messages.Text(error, Languages.Current));
            output.Content.AppendHtml(item);
        }
    }

    /// <summary>The field itself, or the language of it the reader writes first.</summary>
    private static string Target(string id, Dictionary<string, string> labels) =>
        labels.ContainsKey($"{id}-{Languages.Current}") ? $"{id}-{Languages.Current}" : id;

    /// <summary>"Activities 2, Place": the list with the number of the row, then the field.</summary>
    internal static string Name(string field, string id, Dictionary<string, string> labels)
    {
        var label = labels.GetValueOrDefault(id);
        if (Row().Match(field) is not { Success: true } row)
        {
            return label ?? field;
        }

        var number = int.Parse(row.Groups["index"].Value, CultureInfo.InvariantCulture) + 1;
        var list = labels.GetValueOrDefault(FieldNames.Id(FieldNames.Key(row.Groups["list"].Value))) ?? row.Groups["list"].Value;
        return label is null || field.EndsWith(']') ? $"{list} {number}" : $"{list} {number}, {label}";
    }

    [GeneratedRegex(@"^(?<list>[A-Za-z.]+)\[(?<index>\d{1,4})\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
