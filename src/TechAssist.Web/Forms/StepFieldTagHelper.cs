using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Forms;

/// <summary>Asks one field of a step's form with the tag helpers every page uses: <c>&lt;step-field of="field" task="Model.Task" /&gt;</c>.</summary>
public sealed class StepFieldTagHelper(Texts texts, StepFormTexts words, IModelMetadataProvider metadata) : TagHelper
{
    /// <summary>Fields that may stay empty whatever is chosen. The others say in their hint when they are needed, or always are.</summary>
    private static readonly string[] AlwaysOptional =
    [
        "receipt.officerId", "receipt.messageToRequester", "selection.reserve", "mission.participantsWomen", "mission.participantsMen",
        "afterAction.whatHelped",
    ];

    /// <summary>Forms whose comment nobody is obliged to write.</summary>
    private static readonly string[] CommentOptional =
    [
        "comment", "revision", "revisionReopening", "receipt", "moreInformation", "reopening", "letter", "scores", "decision", "terms", "postponement",
        "report", "reportReview", "reportFinal", "evaluation", "followUp", "afterAction",
    ];

    public required StepField Of { get; set; }

    public required TaskView Task { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private string Form => Task.Step.Form;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        switch (Of.Kind)
        {
            case FieldKind.Appraisals:
                AppraisalRows.Write(this, output);
                break;
            case FieldKind.Questions when AppraisalRows.Asks(Task):
                break;
            case FieldKind.Questions:
                StepRows.Questions(this, output);
                break;
            case FieldKind.Deliverables:
                DeliverableRows.Write(this, output);
                break;
            case FieldKind.Progress:
                StepRows.Progress(this, output);
                break;
            default:
                output.Content.AppendHtml(Written(context, Control()));
                break;
        }
    }

    internal Texts Texts => texts;

    internal StepFormTexts Words => words;

    internal static TagHelperOutput Written(TagHelperContext context, TagHelper control)
    {
        var written = new TagHelperOutput("div", [], (_, _) => System.Threading.Tasks.Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        control.Process(context, written);
        return written;
    }

    internal ModelExpression For(string path, object? value) =>
        new(FieldNames.Prefix + path, metadata.GetModelExplorerForType(value?.GetType() ?? typeof(string), value));

    private FieldBox Control()
    {
        var value = Task.Draft?[Of.Name] ?? Preset();
        FieldBox control = Of.Kind switch
        {
            FieldKind.YesNo => new YesNoTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label },
            FieldKind.Score => new ChoiceTagHelper(texts) { For = For(Of.Name, Plain(value) ?? ""), Label = Label, Options = Scores(), Inline = true, As = "radios" },
            FieldKind.Whole => new FieldTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label, Type = "number", Width = 4 },
            FieldKind.Money => new FieldTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label, Width = 10, Suffix = "€" },
            FieldKind.Day => new FieldTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label, Type = "date", Width = 10 },
            FieldKind.OneOf => new ChoiceTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label, Options = words.Choices(Of.Values!), As = "radios" },
            FieldKind.Record => new ChoiceTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label, Options = Records() },
            FieldKind.Records => new ChecksTagHelper(texts) { For = For(Of.Name, Many(value)), Label = Label, Options = Records() },
            FieldKind.Line => new FieldTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label, Max = Of.Most },
            _ => new FieldTagHelper(texts) { For = For(Of.Name, Plain(value)), Label = Label, Rows = Of.Most > 2000 ? 5 : 3, Max = Of.Most },
        };
        (control.Hint, control.Optional, control.ViewContext) = (Hint(), IsOptional, ViewContext);
        return control;
    }

    /// <summary>What the form's record starts with, where a field has a value of its own accord.</summary>
    private JsonNode? Preset() => JsonSerializer.SerializeToNode(StepForms.Empty(Form), StepForms.TypeOf(Form), CoreJson.Options)?[Of.Name];

    private string Label => words.Label(Form, Of.Name);

    private bool IsOptional => Of.Name == "comment" ? CommentOptional.Contains(Form) : AlwaysOptional.Contains($"{Form}.{Of.Name}");

    private string? Hint()
    {
        var hint = words.Hint(Form, Of.Name);
        return Form == "scores" && ScoresForm.Weights.TryGetValue(Of.Name, out var weight) ? $"{texts["Task.Weight", weight]} {hint}".Trim() : hint;
    }

    /// <summary>Zero to five, and nothing where the criterion does not apply.</summary>
    private IEnumerable<Choice> Scores() =>
        [.. Enumerable.Range((int)Of.From!, (int)Of.To! - (int)Of.From! + 1).Select(score => new Choice($"{score}", $"{score}")), new Choice("", texts["Task.NotScored"])];

    private IEnumerable<Choice> Records() => Task.Choices.GetValueOrDefault(Of.Name, []).Select(record => new Choice(
        record.Id.ToString(),
        record.Label.In(Languages.Current),
        record.Conflict is { } conflict ? texts["Task.Conflict", conflict] : record.Note));

    private static string? Plain(JsonNode? value) => value is null or JsonArray or JsonObject ? null : value.ToString();

    private static List<string> Many(JsonNode? value) => value is JsonArray many ? [.. many.Select(one => one?.ToString() ?? "")] : [];
}
