using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>Any number of several, into a list: <c>&lt;checks for="Input.OtherThemes" label="…" options="Model.Themes" /&gt;</c>.</summary>
public sealed class ChecksTagHelper(Texts texts) : FieldBox(texts)
{
    public required IEnumerable<Choice> Options { get; set; }

    /// <summary>In two columns where there is room.</summary>
    public bool Columns { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Chosen();
        var all = new HtmlContentBuilder();
        foreach (var group in Options.GroupBy(option => option.Group))
        {
            if (group.Key is not null)
            {
                all.AppendHtml(Element("p", Text(group.Key), "choices-heading"));
            }

            foreach (var option in group)
            {
                all.AppendHtml(Box(option, chosen.Contains(option.Value)));
            }
        }

        WriteGroup(output, Element("div", all, Columns ? "choices choices-columns" : "choices"), Errors(Name));
    }

    private TagBuilder Box(Choice option, bool isChosen)
    {
        var id = $"{Id}-{FieldNames.Id(option.Value.Replace(':', '-'))}";
        var input = Input("checkbox", "form-check-input", ("id", id), ("name", Name), ("value", option.Value), ("checked", isChosen ? "checked" : null),
            ("aria-describedby", option.Hint is null ? null : id + "-hint"));
        var inside = new HtmlContentBuilder().AppendHtml(input).AppendHtml(Element("label", Text(option.Label), "form-check-label", ("for", id)));
        if (option.Hint is not null)
        {
            inside.AppendHtml(Element("div", Text(option.Hint), "hint", ("id", id + "-hint")));
        }

        return Element("div", inside, "form-check");
    }

    private HashSet<string> Chosen()
    {
        var values = ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
            ? entry.RawValue as IEnumerable<string> ?? [(string)entry.RawValue]
            : (For.Model as IEnumerable)?.Cast<object?>().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "") ?? [];
        return values.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
