using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>One of several: buttons to choose from, or a list when there are many (or with <c>as="list"</c>):
/// <c>&lt;choice for="Input.Theme" label="…" options="Model.Themes" /&gt;</c>. Values of enums are sent by their names.</summary>
public sealed class ChoiceTagHelper(Texts texts) : FieldBox(texts)
{
    private const int ManyChoices = 8;

    public required IEnumerable<Choice> Options { get; set; }

    /// <summary>"radios" or "list".</summary>
    public string? As { get; set; }

    /// <summary>Radios beside each other: for two or three short ones.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var options = Options.ToList();
        var errors = Errors(Name);
        if (As == "list" || (As is null && options.Count > ManyChoices))
        {
            WriteLabelled(output, List(options, errors.Count > 0), errors);
            return;
        }

        WriteGroup(output, Radios(options), errors);
    }

    private TagBuilder Radios(List<Choice> options)
    {
        var all = new HtmlContentBuilder();
        foreach (var option in options)
        {
            all.AppendHtml(Option("radio", option, IsChosen(option)));
        }

        return Element("div", all, Inline ? "choices choices-inline" : "choices");
    }

    private TagBuilder Option(string type, Choice option, bool isChosen)
    {
        var id = $"{Id}-{FieldNames.Id(option.Value.Replace(':', '-'))}";
        var input = Input(type, "form-check-input", ("id", id), ("name", Name), ("value", option.Value), ("checked", isChosen ? "checked" : null),
            ("aria-describedby", option.Hint is null ? null : id + "-hint"));
        var inside = new HtmlContentBuilder().AppendHtml(input).AppendHtml(Element("label", Text(option.Label), "form-check-label", ("for", id)));
        if (option.Hint is not null)
        {
            inside.AppendHtml(Element("div", Text(option.Hint), "hint", ("id", id + "-hint")));
        }

        return Element("div", inside, "form-check");
    }

    private TagBuilder List(List<Choice> options, bool isWrong)
    {
        var inside = new HtmlContentBuilder();
        // Where none is a choice too, it says what it means.
        if (!options.Exists(option => option.Value.Length == 0))
        {
            inside.AppendHtml(Element("option", Text(T["Form.Choose"]), null, ("value", "")));
        }

        foreach (var group in options.GroupBy(option => option.Group))
        {
            var items = new HtmlContentBuilder();
            foreach (var option in group)
            {
                items.AppendHtml(Element("option", Text(option.Label), null, ("value", option.Value), ("selected", IsChosen(option) ? "selected" : null)));
            }

            inside.AppendHtml(group.Key is null ? items : Element("optgroup", items, null, ("label", group.Key)));
        }

        return Element("select", inside, isWrong ? "form-select is-invalid" : "form-select",
            ("id", Id), ("name", Name), ("aria-invalid", isWrong ? "true" : null), ("aria-describedby", DescribedBy(isWrong)));
    }

    private bool IsChosen(Choice option) => string.Equals(Value, option.Value, StringComparison.OrdinalIgnoreCase);
}
