using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>Asks one property of a row of reference data with the tag helpers every page uses:
/// <c>&lt;reference-field of="property" input="Model.Input" choices="Model.Choices" /&gt;</c>.</summary>
public sealed class ReferenceFieldTagHelper(Texts texts, IModelMetadataProvider metadata) : TagHelper
{
    private const int LongestLine = 300;

    public required PropertyInfo Of { get; set; }

    public required ReferenceInput Input { get; set; }

    public required ReferenceChoices Choices { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var control = Control();
        control.ViewContext = ViewContext;
        control.Hint = Texts.All.Has($"Reference.Hint.{Of.Name}") ? texts[$"Reference.Hint.{Of.Name}"] : null;
        var written = new TagHelperOutput("div", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        control.Process(context, written);
        output.Content.AppendHtml(written);
    }

    private string Label => texts[$"Reference.Field.{Of.Name}"];

    private FieldBox Control()
    {
        var type = Nullable.GetUnderlyingType(Of.PropertyType) ?? Of.PropertyType;
        var (name, value) = (FieldNames.Prefix + Of.Name, Of.GetValue(Input));
        var most = Of.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? LongestLine;
        return type switch
        {
            _ when type == typeof(bool) => new CheckTagHelper(texts) { For = For(name, value), Label = Label },
            _ when type.IsEnum => new ChoiceTagHelper(texts) { For = For(name, value), Label = Label, Options = Values(type), As = "list" },
            _ when type == typeof(int) => new FieldTagHelper(texts) { For = For(name, value), Label = Label, Type = "number", Width = 4 },
            _ when type == typeof(DateOnly) => new FieldTagHelper(texts) { For = For(name, value), Label = Label, Type = "date", Width = 10 },
            _ when type == typeof(TimeOnly) => new FieldTagHelper(texts) { For = For(name, value is TimeOnly time ? time.ToString("HH\\:mm", System.Globalization.CultureInfo.InvariantCulture) : null), Label = Label, Type = "time", Width = 10 },
            _ when Items(value) is { } items => Several(name, items),
            _ => new FieldTagHelper(texts) { For = For(name, value), Label = Label, Rows = most > LongestLine ? 3 : null, Optional = Of.GetCustomAttribute<RequiredAttribute>() is null },
        };
    }

    private ChecksTagHelper Several(string name, List<string> items)
    {
        var options = Of.PropertyType.GetGenericArguments()[0] switch
        {
            var item when item.IsEnum => (IEnumerable<Choice>)Values(item),
            var item when item == typeof(int) => Enumerable.Range(1, 5).Select(number => new Choice($"{number}", $"{number}")),
            _ when Of.Name == nameof(CountryInput.Languages) => Choices.WorkingLanguages,
            _ => [new Choice("secretariat", texts["Reference.Secretariat"]), .. Choices.Countries],
        };
        var known = options.ToList();
        return new ChecksTagHelper(texts)
        {
            For = For(name, items),
            Label = Label,
            Options = [.. known, .. items.Where(item => !known.Exists(choice => choice.Value == item)).Select(item => new Choice(item, item))],
            Columns = true,
        };
    }

    private IEnumerable<Choice> Values(Type type) => Enum.GetValues(type).Cast<Enum>().Select(value => new Choice(value.ToString(), Choices.Word(value)));

    private static List<string>? Items(object? value) =>
        value is IEnumerable many and not string ? [.. many.Cast<object>().Select(item => $"{item}")] : null;

    private ModelExpression For(string name, object? value) => new(name, metadata.GetModelExplorerForType(value?.GetType() ?? typeof(string), value));
}
