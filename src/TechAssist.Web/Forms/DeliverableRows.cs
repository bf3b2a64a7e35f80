using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.FollowUp;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Forms;

/// <summary>What became of the deliverables: a frame for each one of the terms of reference, none to add or to remove.</summary>
internal static class DeliverableRows
{
    public static void Write(StepFieldTagHelper field, TagHelperOutput output)
    {
        var deliverables = field.Task.Choices.GetValueOrDefault(field.Of.Name, []);
        if (field.Task.Questions.Count == 0)
        {
            // The second questionnaire asks for the recommendations only.
            return;
        }

        for (var index = 0; index < deliverables.Count; index++)
        {
            var (number, name) = ((index + 1).ToString(CultureInfo.InvariantCulture), $"{field.Of.Name}[{index}]");
            var kept = StepRows.Row(field, "number", number);
            var inside = new HtmlContentBuilder()
                .AppendHtml(StepRows.Hidden(name, "number", number))
                .AppendHtml(StepRows.Written(field, new ChoiceTagHelper(field.Texts)
                {
                    For = field.For($"{name}.use", kept?["use"]?.ToString()),
                    Label = field.Texts["Task.DeliverableUse"],
                    Options = field.Words.Choices(typeof(DeliverableUsage)),
                    As = "radios",
                    Inline = true,
                }))
                .AppendHtml(StepRows.Comment(field, $"{name}.note", kept?["note"]?.ToString(), optional: true))
                .AppendHtml(StepRows.Written(field, new FieldTagHelper(field.Texts)
                {
                    For = field.For($"{name}.evidence", kept?["evidence"]?.ToString()),
                    Label = field.Texts["Task.Evidence"],
                    Hint = field.Texts["Task.EvidenceHint"],
                    Type = "url",
                    Max = 1000,
                    Optional = true,
                }))
                .AppendHtml(StepRows.Chosen(field, $"{name}.documentId", kept?["documentId"]?.ToString(), "Task.EvidenceFile", field.Task.Choices.GetValueOrDefault("documentId", [])))
                .AppendHtml(StepRows.Written(field, new FileFieldTagHelper(field.Texts)
                {
                    For = field.For($"{name}.file", null),
                    Label = field.Texts["Task.EvidenceNew"],
                    Hint = field.Texts["Draft.files.Hint", FileKind.Names, KeepEvidence.Most / (1024 * 1024)],
                    Optional = true,
                }));
            output.Content.AppendHtml(StepRows.Box(field, name, $"{number}. {deliverables[index].Label.In(Languages.Current)}", inside));
        }
    }
}
