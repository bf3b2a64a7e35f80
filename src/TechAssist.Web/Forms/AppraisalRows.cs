using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Forms;

/// <summary>The appraisal of a team: a frame for each expert, with the marks, the suitability and words the expert will read.</summary>
internal static class AppraisalRows
{
    private const string Field = "appraisals";

    /// <summary>Whether the task asks for experts one by one.</summary>
    public static bool Asks(TaskView task) => task.Choices.ContainsKey(Field);

    public static void Write(StepFieldTagHelper field, TagHelperOutput output)
    {
        var experts = field.Task.Choices.GetValueOrDefault(field.Of.Name, []);
        for (var index = 0; index < experts.Count; index++)
        {
            var (expert, name) = (experts[index], $"{field.Of.Name}[{index}]");
            var kept = StepRows.Row(field, "expertId", expert.Id.ToString());
            var inside = new HtmlContentBuilder().AppendHtml(StepRows.Hidden(name, "expertId", expert.Id.ToString()));
            var questions = EvaluationQuestions.Of(EvaluationKind.Appraisal);
            for (var at = 0; at < questions.Count; at++)
            {
                inside.AppendHtml(StepRows.Hidden($"{name}.answers[{at}]", "question", questions[at])).AppendHtml(Mark(field, $"{name}.answers[{at}].score", questions[at], kept));
            }

            inside.AppendHtml(StepRows.Written(field, new ChoiceTagHelper(field.Texts)
            {
                For = field.For($"{name}.suitability", kept?["suitability"]?.ToString()),
                Label = field.Texts["Appraisal.Suitability"],
                Hint = field.Texts["Appraisal.SuitabilityHint"],
                Options = field.Words.Choices(typeof(Suitability)).Where(choice => choice.Value != nameof(Suitability.NotAssessed)),
                As = "radios",
            }));
            inside.AppendHtml(StepRows.Written(field, new FieldTagHelper(field.Texts)
            {
                For = field.For($"{name}.comment", kept?["comment"]?.ToString()),
                Label = field.Texts["Task.AnswerComment"],
                Hint = field.Texts["Appraisal.CommentHint"],
                Rows = 3,
                Max = 4000,
                Optional = true,
            }));
            output.Content.AppendHtml(StepRows.Box(field, name, expert.Note is null ? expert.Label.In(Languages.Current) : $"{expert.Label.In(Languages.Current)} – {expert.Note}", inside));
        }
    }

    private static TagHelperOutput Mark(StepFieldTagHelper field, string path, string question, JsonNode? kept) => StepRows.Written(field, new ChoiceTagHelper(field.Texts)
    {
        For = field.For(path, (kept?["answers"] as JsonArray)?.FirstOrDefault(row => row?["question"]?.ToString() == question)?["score"]?.ToString()),
        Label = field.Words.Question(question),
        Options = Enumerable.Range(1, StepRows.Best).Select(score => new Choice($"{score}", field.Texts[$"Task.Answer.{score}"])),
        As = "radios",
        Inline = true,
    });
}
