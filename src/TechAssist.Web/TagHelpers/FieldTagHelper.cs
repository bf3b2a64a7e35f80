using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>One line or, with <c>rows</c>, a text of several: <c>&lt;field for="Input.Name" label="…" hint="…" /&gt;</c>.</summary>
public sealed class FieldTagHelper(Texts texts) : FieldBox(texts)
{
    /// <summary>The type of the input: text, email, tel, url, number, password, search, date, time.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Makes it a text area of so many lines.</summary>
    public int? Rows { get; set; }

    /// <summary>How wide, in characters: 2, 4, 10, 20, 40. The whole column when not set.</summary>
    public int? Width { get; set; }

    /// <summary>Most characters; the page counts down while typing, and the act checks. Typing is never cut off.</summary>
    public int? Max { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>The language of what is typed, where it is not the page's.</summary>
    public string? Lang { get; set; }

    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors(Name);
        var counter = Max is null ? null : Id + "-count";
        var control = Rows is null ? TextInput(errors.Count > 0, counter) : TextArea(errors.Count > 0, counter);
        var all = new HtmlContentBuilder().AppendHtml(control);
        if (Suffix is not null)
        {
            all = (HtmlContentBuilder)new HtmlContentBuilder().AppendHtml(Element("div", all.AppendHtml(Element("span", Text(Suffix), "suffix")), "with-suffix"));
        }

        if (Max is { } max)
        {
            all.AppendHtml(Element("div", Text(T["Form.AtMost", max]), "hint count", ("id", counter), ("data-left", T["Form.Left"]), ("data-over", T["Form.Over"])));
        }

        if (Type == "number" && HasDecimals)
        {
            // A browser sends a number with a point, whatever the reader's language.
            all.AppendHtml(Input("hidden", null, ("name", "__Invariant"), ("value", Name)));
        }

        WriteLabelled(output, all, errors);
    }

    private bool HasDecimals => For.Metadata.UnderlyingOrModelType == typeof(decimal);

    private TagBuilder TextInput(bool isWrong, string? counter)
    {
        var input = Input(Type, Css(isWrong), Shared(isWrong, counter));
        if (Type != "password")
        {
            input.MergeAttribute("value", Value);
        }

        if (Type == "number")
        {
            input.MergeAttribute("inputmode", HasDecimals ? "decimal" : "numeric");
            if (HasDecimals)
            {
                input.MergeAttribute("step", "any");
            }
        }

        return input;
    }

    private TagBuilder TextArea(bool isWrong, string? counter)
    {
        var area = Element("textarea", null, Css(isWrong), [.. Shared(isWrong, counter), Rich]);
        area.MergeAttribute("rows", Rows!.Value.ToString(CultureInfo.InvariantCulture));
        // A text area swallows its first line break.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }

    private (string, string?)[] Shared(bool isWrong, string? counter) =>
    [
        ("id", Id), ("name", Name), ("autocomplete", Autocomplete), ("lang", Lang), ("aria-invalid", isWrong ? "true" : null),
        ("aria-describedby", DescribedBy(isWrong, counter)), ("data-max", Max?.ToString(CultureInfo.InvariantCulture)),
    ];

    private string Css(bool isWrong) =>
        "form-control" + (isWrong ? " is-invalid" : "") + (Width is { } width ? $" width-{width}" : "");

    protected override string Format(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal number when Type == "number" => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable number when Type == "number" => number.ToString(null, CultureInfo.InvariantCulture),
        _ => base.Format(value),
    };
}
