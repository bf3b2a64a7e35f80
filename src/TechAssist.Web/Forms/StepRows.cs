using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Forms;

/// <summary>The rows of a questionnaire and of the progress of recommendations: as many as there are questions or
/// recommendations, none to add or to remove.</summary>
internal static class StepRows
{
    internal const int Best = 5;

    public static void Questions(StepFieldTagHelper field, TagHelperOutput output)
    {
        for (var index = 0; index < field.Task.Questions.Count; index++)
        {
            var question = field.Task.Questions[index];
            var name = $"{field.Of.Name}[{index}]";
            var kept = Row(field, "question", question);
            var inside = new HtmlContentBuilder().AppendHtml(Hidden(name, "question", question));
            if (!EvaluationQuestions.IsInWords(question))
            {
                inside.AppendHtml(Written(field, new ChoiceTagHelper(field.Texts)
                {
                    For = field.For($"{name}.score", kept?["score"]?.ToString()),
                    Label = field.Texts["Task.Answer"],
                    Options = Enumerable.Range(1, Best).Select(score => new Choice($"{score}", field.Texts[$"Task.Answer.{score}"])),
                    As = "radios",
                    Inline = true,
                }));
            }

            inside.AppendHtml(Comment(field, $"{name}.comment", kept?["comment"]?.ToString(), optional: !EvaluationQuestions.IsInWords(question)));
            output.Content.AppendHtml(Box(field, $"{field.Of.Name}.{question}", field.Words.Question(question), inside));
        }
    }

    public static void Progress(StepFieldTagHelper field, TagHelperOutput output)
    {
        var open = field.Task.Choices.GetValueOrDefault(field.Of.Name, []);
        for (var index = 0; index < open.Count; index++)
        {
            var (row, name) = (open[index], $"{field.Of.Name}[{index}]");
            var kept = Row(field, "recommendationId", row.Id.ToString());
            var inside = new HtmlContentBuilder().AppendHtml(Hidden(name, "recommendationId", row.Id.ToString()))
                .AppendHtml(Written(field, new ChoiceTagHelper(field.Texts)
                {
                    For = field.For($"{name}.status", kept?["status"]?.ToString()),
                    Label = field.Texts["Task.Status"],
                    Options = field.Words.Choices(typeof(RecommendationStatus)),
                    As = "list",
                }))
                .AppendHtml(Chosen(field, $"{name}.supersededById", kept?["supersededById"]?.ToString(), "Task.SupersededBy", [.. field.Task.Choices.GetValueOrDefault("supersededById", []).Where(other => other.Id != row.Id)]))
                .AppendHtml(Comment(field, $"{name}.note", kept?["note"]?.ToString(), optional: true));
            output.Content.AppendHtml(Box(field, $"{field.Of.Name}[{index}]", row.Label.In(Languages.Current), inside));
        }
    }

    /// <summary>A record from a list, or none.</summary>
    internal static TagHelperOutput Chosen(StepFieldTagHelper field, string path, string? kept, string words, IReadOnlyList<TaskChoice> records) => Written(field, new ChoiceTagHelper(field.Texts)
    {
        For = field.For(path, kept),
        Label = field.Texts[words],
        Hint = field.Texts[words + "Hint"],
        Options = [new Choice("", field.Texts["Task.None"]), .. records.Select(record => new Choice(record.Id.ToString(), record.Label.In(Languages.Current)))],
        As = "list",
        Optional = true,
    });

    internal static JsonNode? Row(StepFieldTagHelper field, string key, string value) =>
        (field.Task.Draft?[field.Of.Name] as JsonArray)?.FirstOrDefault(row => row?[key]?.ToString() == value);

    internal static TagHelperOutput Comment(StepFieldTagHelper field, string path, string? kept, bool optional) => Written(field, new FieldTagHelper(field.Texts)
    {
        For = field.For(path, kept),
        Label = field.Texts["Task.AnswerComment"],
        Rows = 2,
        Max = 4000,
        Optional = optional,
    });

    internal static TagHelperOutput Written(StepFieldTagHelper field, FieldBox control)
    {
        control.ViewContext = field.ViewContext;
        return StepFieldTagHelper.Written(new TagHelperContext([], new Dictionary<object, object>(), "step-rows"), control);
    }

    internal static TagBuilder Hidden(string name, string key, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = $"{FieldNames.Prefix}{name}.{key}", ["value"] = value });
        return input;
    }

    /// <summary>A row in its frame, with the messages that name the row as a whole.</summary>
    internal static TagBuilder Box(StepFieldTagHelper field, string path, string label, IHtmlContent inside)
    {
        var name = FieldNames.Prefix + path;
        var box = new TagBuilder("fieldset");
        box.AddCssClass("row-box");
        box.MergeAttribute("id", FieldNames.Id(name));
        box.MergeAttribute("tabindex", "-1");
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(label);
        box.InnerHtml.AppendHtml(legend);
        if (field.ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0)
        {
            box.AddCssClass("field-wrong");
            var message = new TagBuilder("p");
            message.AddCssClass("field-error");
            message.InnerHtml.Append(string.Join(" ", entry.Errors.Select(error => error.ErrorMessage)));
            box.InnerHtml.AppendHtml(message);
        }

        box.InnerHtml.AppendHtml(inside);
        return box;
    }
}
