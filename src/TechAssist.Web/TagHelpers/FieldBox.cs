using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core.EndOfMission;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>What all form fields share: label, hint, messages, and the ids that tie them together.</summary>
public abstract class FieldBox(Texts texts) : TagHelper
{
    /// <summary>The property the field fills: <c>for="Input.Contact.Email"</c>.</summary>
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    /// <summary>What the field belongs to, where many have the same label: read out before it, and named where its errors are listed.</summary>
    public string? Of { get; set; }

    public string? Hint { get; set; }

    /// <summary>Adds "(optional)" to the label. What is asked is needed unless it says so.</summary>
    public bool Optional { get; set; }

    /// <summary>The label is the page's one question: shown as its heading.</summary>
    public bool AsHeading { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected Texts T => texts;

    /// <summary>A text area with this attribute is given a bar of its own by <c>rich.js</c>.</summary>
    protected (string Name, string? Value) Rich => ("data-rich", For.Metadata.DataTypeName == ReportContent.Markdown ? "yes" : null);

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldNames.Id(Name);

    /// <summary>What was typed, also when it could not be read; else the value of the model.</summary>
    protected string Value => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : Format(For.Model);

    protected virtual string Format(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture) ?? "";

    protected IReadOnlyList<string> Errors(string name) => ViewContext.ModelState.TryGetValue(name, out var entry)
        ? [.. entry.Errors.Select(error => error.ErrorMessage).Distinct()]
        : [];

    protected string? DescribedBy(bool hasError, string? more = null)
    {
        var ids = new[] { Hint is null ? null : Id + "-hint", hasError ? Id + "-error" : null, more };
        return ids.Any(id => id is not null) ? string.Join(' ', ids.OfType<string>()) : null;
    }

    /// <summary>A field with one control and its label.</summary>
    protected void WriteLabelled(TagHelperOutput output, IHtmlContent control, IReadOnlyList<string> errors)
    {
        var label = Element("label", LabelText(), "form-label", ("for", Id));
        WriteBox(output, AsHeading ? Element("h1", label, "question") : label, control, errors, "div");
    }

    /// <summary>A field with several controls: a fieldset with a legend.</summary>
    protected void WriteGroup(TagHelperOutput output, IHtmlContent controls, IReadOnlyList<string> errors)
    {
        var legend = Element("legend", AsHeading ? Element("h1", LabelText(), "question") : LabelText(), "form-label");
        WriteBox(output, legend, controls, errors, "fieldset");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("tabindex", "-1");
        if (DescribedBy(errors.Count > 0) is { } ids)
        {
            output.Attributes.SetAttribute("aria-describedby", ids);
        }
    }

    private void WriteBox(TagHelperOutput output, IHtmlContent heading, IHtmlContent control, IReadOnlyList<string> errors, string tag)
    {
        NameField();
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field", HtmlEncoder.Default);
        if (errors.Count > 0)
        {
            output.AddClass("field-wrong", HtmlEncoder.Default);
        }

        output.Content.AppendHtml(heading);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Element("div", Text(Hint), "hint", ("id", Id + "-hint")));
        }

        output.Content.AppendHtml(ErrorList(errors, Id + "-error"));
        output.Content.AppendHtml(control);
    }

    protected IHtmlContent ErrorList(IReadOnlyList<string> errors, string id)
    {
        var list = new HtmlContentBuilder();
        if (errors.Count == 0)
        {
            return list;
        }

        var inside = new HtmlContentBuilder().AppendHtml(Element("span", Text(T["Form.Error"] + " "), "visually-hidden")).Append(string.Join(" ", errors));
        return list.AppendHtml(Element("p", inside, "field-error", ("id", id)));
    }

    /// <summary>So that what is listed elsewhere can name it.</summary>
    protected void NameField() => FieldLabels.Of(ViewContext.HttpContext)[Id] = Of is null ? Label : $"{Of}, {Label}";

    protected HtmlContentBuilder LabelText()
    {
        var text = new HtmlContentBuilder();
        text = (HtmlContentBuilder)(Of is null ? text : text.AppendHtml(Element("span", Text(Of + ", "), "visually-hidden"))).Append(Label);
        return (HtmlContentBuilder)(Optional ? text.AppendHtml(Element("span", Text(" " + T["Form.Optional"]), "optional")) : text);
    }

    protected static IHtmlContent Text(string text) => new HtmlContentBuilder().Append(text);

    protected static TagBuilder Element(string tag, IHtmlContent? content, string? cssClass, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new TagBuilder(tag);
        if (content is not null)
        {
            element.InnerHtml.AppendHtml(content);
        }

        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }

        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                element.MergeAttribute(name, value);
            }
        }

        return element;
    }

    protected static TagBuilder Input(string type, string? cssClass, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var input = Element("input", null, cssClass, attributes);
        input.MergeAttribute("type", type);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
