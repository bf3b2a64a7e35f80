using System.Globalization;
using System.Text.Json.Nodes;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Forms;

/// <summary>An answer as people read it: each filled field with its label, in the order in which it was asked.</summary>
public sealed class StepAnswerText(Texts texts, StepFormTexts words)
{
    public sealed record Line(string Label, string Text);

    public IReadOnlyList<Line> Lines(GivenAnswer answer, IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>>? choices = null)
    {
        var lines = new List<Line>();
        foreach (var field in StepField.Of(answer.Form))
        {
            if (answer.Fields[field.Name] is not { } value)
            {
                continue;
            }

            if (field.Kind == FieldKind.Appraisals)
            {
                lines.AddRange(((value as JsonArray) ?? []).OfType<JsonObject>().Select(row => Appraisal(field, row, choices)));
            }
            else if (field.Kind == FieldKind.Deliverables)
            {
                lines.AddRange(((value as JsonArray) ?? []).OfType<JsonObject>().Select(row => Deliverable(row, choices)));
            }
            else if (field.Kind is FieldKind.Questions or FieldKind.Progress)
            {
                lines.AddRange(((value as JsonArray) ?? []).Select(row => Row(field, row, choices)).OfType<Line>());
            }
            else if (Text(field, value, choices) is { Length: > 0 } text)
            {
                lines.Add(new Line(words.Label(answer.Form, field.Name), text));
            }
        }

        return [.. lines.Where(line => line.Text.Length > 0)];
    }

    private Line Appraisal(StepField field, JsonObject row, IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>>? choices)
    {
        var marks = ((row["answers"] as JsonArray) ?? []).OfType<JsonObject>()
            .Where(answer => answer["score"] is not null)
            .Select(answer => $"{words.Question(answer["question"]?.ToString() ?? "")} {answer["score"]} – {texts[$"Task.Answer.{answer["score"]}"]}");
        var suitability = row["suitability"] is { } said ? $"{texts["Appraisal.Suitability"]} {Named(typeof(Core.Experts.Suitability), said.ToString())}" : null;
        return new Line(
            Chosen(field.Name, row["expertId"]?.ToString(), choices) ?? texts["Appraisal.Expert"],
            string.Join("\n", ((string?[])[.. marks, suitability, row["comment"]?.ToString()]).Where(part => !string.IsNullOrWhiteSpace(part))));
    }

    private Line Deliverable(JsonObject row, IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>>? choices) => new(
        texts["Task.Deliverable", row["number"]?.ToString() ?? ""],
        string.Join("\n", new[] { row["use"] is { } use ? Named(typeof(Core.FollowUp.DeliverableUsage), use.ToString()) : null, row["note"]?.ToString(), row["evidence"]?.ToString(), Chosen("documentId", row["documentId"]?.ToString(), choices) }
            .Where(part => !string.IsNullOrWhiteSpace(part))));

    private Line? Row(StepField field, JsonNode? row, IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>>? choices)
    {
        if (row is not JsonObject)
        {
            return null;
        }

        var said = field.Kind == FieldKind.Questions
            ? row["score"] is { } score ? $"{score} – {texts[$"Task.Answer.{score}"]}" : null
            : row["status"] is { } status ? Named(typeof(RecommendationStatus), status.ToString()) : null;
        var comment = (row["comment"] ?? row["note"])?.ToString();
        var label = field.Kind == FieldKind.Questions
            ? words.Question(row["question"]?.ToString() ?? "")
            : Chosen(field.Name, row["recommendationId"]?.ToString(), choices) ?? texts["Task.Recommendation"];
        return new Line(label, string.Join("\n", new[] { said, comment }.Where(part => !string.IsNullOrWhiteSpace(part))));
    }

    private string? Text(StepField field, JsonNode value, IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>>? choices) => field.Kind switch
    {
        FieldKind.YesNo => texts[value.ToString() == "true" ? "Form.Yes" : "Form.No"],
        FieldKind.Day when DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("d MMMM yyyy", Languages.Culture(Languages.Current)),
        FieldKind.OneOf => Named(field.Values!, value.ToString()),
        FieldKind.Money when decimal.TryParse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) =>
            amount.ToString("N0", Languages.Culture(Languages.Current)) + " €",
        FieldKind.Record => Chosen(field.Name, value.ToString(), choices),
        FieldKind.Records => string.Join(", ", ((value as JsonArray) ?? []).Select(one => Chosen(field.Name, one?.ToString(), choices)).OfType<string>()),
        _ => value.ToString(),
    };

    private string Named(Type values, string value) =>
        Array.Find(Enum.GetNames(values), name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name ? words.Choice(values, name) : value;

    private static string? Chosen(string field, string? id, IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>>? choices) =>
        choices?.GetValueOrDefault(field, []).FirstOrDefault(choice => choice.Id.ToString() == id)?.Label.In(Languages.Current);
}
