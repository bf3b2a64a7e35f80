using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>A text in French, in English or both, side by side (one above the other on a narrow screen):
/// <c>&lt;lang-text for="Input.Title" label="…" max="120" /&gt;</c>. The reader's own language comes first.</summary>
public sealed class LangTextTagHelper(Texts texts) : FieldBox(texts)
{
    public int? Rows { get; set; }

    /// <summary>Most characters in each language.</summary>
    public int? Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pair = new HtmlContentBuilder();
        string[] order = Languages.Current == "fr" ? ["Fr", "En"] : ["En", "Fr"];
        foreach (var language in order)
        {
            pair.AppendHtml(Part(language));
        }

        WriteGroup(output, Element("div", pair, "lang-pair"), Errors(Name));
    }

    private TagBuilder Part(string language)
    {
        var (name, id) = ($"{Name}.{language}", $"{Id}-{language.ToLowerInvariant()}");
        var errors = Errors(name);
        FieldLabels.Of(ViewContext.HttpContext)[id] = T["Form.LabelIn" + language, Label];
        var text = For.Model as LangText;
        var value = ViewContext.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } typed ? typed : language == "Fr" ? text?.Fr : text?.En;
        var ids = string.Join(' ', new[] { errors.Count > 0 ? id + "-error" : null, Max is null ? null : id + "-count" }.OfType<string>());
        (string, string?)[] shared =
        [
            ("id", id), ("name", name), ("lang", language.ToLowerInvariant()), ("aria-invalid", errors.Count > 0 ? "true" : null),
            ("aria-describedby", ids.Length > 0 ? ids : null), ("data-max", Max?.ToString(CultureInfo.InvariantCulture)),
        ];
        var css = "form-control" + (errors.Count > 0 ? " is-invalid" : "");
        var control = Rows is { } rows ? Element("textarea", null, css, [.. shared, Rich]) : Input("text", css, shared);
        if (Rows is { } lines)
        {
            control.MergeAttribute("rows", lines.ToString(CultureInfo.InvariantCulture));
            control.InnerHtml.AppendHtml("\n").Append(value ?? "");
        }
        else
        {
            control.MergeAttribute("value", value);
        }

        var inside = new HtmlContentBuilder()
            .AppendHtml(Element("label", Text(T["Form." + language]), "lang-label", ("for", id)))
            .AppendHtml(ErrorList(errors, id + "-error"))
            .AppendHtml(control);
        if (Max is { } max)
        {
            inside.AppendHtml(Element("div", Text(T["Form.AtMost", max]), "hint count", ("id", id + "-count"), ("data-left", T["Form.Left"]), ("data-over", T["Form.Over"])));
        }

        return Element("div", inside, "lang-part" + (errors.Count > 0 ? " field-wrong" : ""));
    }
}
