using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>Below a text in two languages: how they stand against each other, and a box that says both say the same now:
/// <c>&lt;translation for="Input.Summary" fields="…" /&gt;</c>. Takes no room where there is nothing to say.</summary>
public sealed class TranslationTagHelper(Texts texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required IReadOnlyList<TranslatedField> Fields { get; set; }

    /// <summary>The place a reader is sent to: the language that is missing or older.</summary>
    public static string IdOf(TranslatedField field) => IdOf(field.Field) + field.State switch
    {
        TranslationState.FrenchMissing or TranslationState.FrenchOlder => "-fr",
        TranslationState.EnglishMissing or TranslationState.EnglishOlder => "-en",
        _ => "",
    };

    /// <summary>"Deliverables 2": the label of the list and the row, or the label of the field.</summary>
    public static string NameOf(TranslatedField field, HttpContext context) =>
        MissingTagHelper.Name(field.Field, IdOf(field.Field), FieldLabels.Of(context));

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = FieldNames.Id(For.Name);
        var found = Fields.FirstOrDefault(field => IdOf(field.Field) == id);
        var state = found?.State ?? TranslationState.Empty;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "translation translation-" + state.ToString().ToLowerInvariant());
        output.Attributes.SetAttribute("id", "translation-" + id);
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-fresh", "");
        if (state == TranslationState.Empty)
        {
            return;
        }

        output.Content.AppendHtml("<span class=\"translation-state\">").Append(texts[$"Translation.{state}"]).AppendHtml("</span>");
        if (state is TranslationState.NotCompared or TranslationState.FrenchOlder or TranslationState.EnglishOlder)
        {
            output.Content.AppendHtml($"<span class=\"form-check\"><input class=\"form-check-input\" type=\"checkbox\" id=\"translation-{id}-done\" name=\"UpToDate\" value=\"{found!.Field}\"> ")
                .AppendHtml($"<label class=\"form-check-label\" for=\"translation-{id}-done\">").Append(texts["Translation.Tick"]).AppendHtml("</label></span>");
        }
    }

    private static string IdOf(string field) => FieldNames.Id(FieldNames.Key(field));
}
