using System.Globalization;
using System.Text.Json.Nodes;
using TechAssist.Core;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Forms;

/// <summary>Turns what was posted into the JSON of a step's form, the same that the API takes.</summary>
public static class StepFormReader
{
    /// <summary>Reads what can be read. What cannot (a number with letters) is named in <paramref name="errors"/>, and kept as
    /// typed, so that a draft loses nothing.</summary>
    public static JsonObject Read(IFormCollection posted, IReadOnlyList<StepField> fields, List<FieldError> errors)
    {
        var form = new JsonObject();
        foreach (var field in fields)
        {
            if (Read(posted, field, errors) is { } value)
            {
                form[field.Name] = value;
            }
        }

        return form;
    }

    private static JsonNode? Read(IFormCollection posted, StepField field, List<FieldError> errors)
    {
        var name = FieldNames.Prefix + field.Name;
        return field.Kind switch
        {
            FieldKind.Records => new JsonArray([.. posted[name].Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => (JsonNode?)JsonValue.Create(text))]),
            FieldKind.Questions => Rows(posted, name, "question", row => Answered(Row(posted, row, "question", [(FieldKind.Score, "score"), (FieldKind.Text, "comment")], errors))),
            FieldKind.Appraisals => Rows(posted, name, "expertId", row => Appraisal(posted, row, errors)),
            FieldKind.Progress => Rows(posted, name, "recommendationId", row => Row(
                posted, row, "recommendationId", [(FieldKind.OneOf, "status"), (FieldKind.Record, "supersededById"), (FieldKind.Text, "note")], errors)),
            FieldKind.Deliverables => Rows(posted, name, "number", row => Deliverable(posted, row, errors)),
            _ => Value(field.Kind, posted[name].FirstOrDefault(), field.Name, errors),
        };
    }

    private static JsonArray Rows(IFormCollection posted, string name, string key, Func<string, JsonObject?> read)
    {
        var rows = new JsonArray();
        for (var index = 0; index < 200 && posted.ContainsKey($"{name}[{index}].{key}"); index++)
        {
            if (read($"{name}[{index}]") is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>Null for a question that nobody answered: what is missing is said of the question, whatever its place.</summary>
    private static JsonObject? Answered(JsonObject row) => row.Count > 1 ? row : null;

    /// <summary>A row, also one in which nothing was filled in, so that messages find it by its place in the form.</summary>
    private static JsonObject Row(IFormCollection posted, string name, string key, (FieldKind Kind, string Name)[] parts, List<FieldError> errors)
    {
        var row = new JsonObject { [key] = posted[$"{name}.{key}"].FirstOrDefault() };
        foreach (var (kind, part) in parts)
        {
            if (Value(kind, posted[$"{name}.{part}"].FirstOrDefault(), $"{name[FieldNames.Prefix.Length..]}.{part}", errors) is { } value)
            {
                row[part] = value;
            }
        }

        return row;
    }

    private static JsonObject Deliverable(IFormCollection posted, string name, List<FieldError> errors)
    {
        var row = Row(posted, name, "number", [(FieldKind.OneOf, "use"), (FieldKind.Text, "note"), (FieldKind.Line, "evidence"), (FieldKind.Record, "documentId")], errors);
        row["number"] = Whole(posted[$"{name}.number"].FirstOrDefault() ?? "") ?? JsonValue.Create(0);
        return row;
    }

    private static JsonObject Appraisal(IFormCollection posted, string name, List<FieldError> errors)
    {
        var row = Row(posted, name, "expertId", [(FieldKind.OneOf, "suitability"), (FieldKind.Text, "comment")], errors);
        var answers = new JsonArray();
        for (var at = 0; at < 20 && posted.ContainsKey($"{name}.answers[{at}].question"); at++)
        {
            var path = $"{name}.answers[{at}]";
            answers.Add((JsonNode)Row(posted, path, "question", [(FieldKind.Score, "score")], errors));
        }

        row["answers"] = answers;
        return row;
    }

    private static JsonValue? Value(FieldKind kind, string? text, string path, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = text.ReplaceLineEndings("\n").Trim();
        var value = kind switch
        {
            FieldKind.YesNo => bool.TryParse(clean, out var isTrue) ? JsonValue.Create(isTrue) : null,
            FieldKind.Score or FieldKind.Whole => Whole(clean),
            FieldKind.Money => Money(clean),
            FieldKind.Day => DateOnly.TryParseExact(clean, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? JsonValue.Create(clean) : null,
            FieldKind.Record => Guid.TryParse(clean, out _) ? JsonValue.Create(clean) : null,
            _ => JsonValue.Create(clean),
        };
        if (value is null)
        {
            errors.Add(new FieldError(path, "not-valid"));
        }

        return value ?? JsonValue.Create(text);
    }

    private static JsonValue? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : null;

    /// <summary>"12 500,50" and "12,500.50" both, by the reader's language first.</summary>
    private static JsonValue? Money(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '€'));
        return decimal.TryParse(plain, NumberStyles.Number, Languages.Culture(Languages.Current), out var amount)
            || decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out amount)
            ? JsonValue.Create(amount)
            : null;
    }
}
