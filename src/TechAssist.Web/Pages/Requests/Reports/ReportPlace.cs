using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>Where a field of the report stands, for people: its section, and its row in a list.</summary>
public sealed partial record ReportPlace(int Section, int? Row)
{
    /// <param name="field">Camel-case path inside the content.</param>
    public static ReportPlace Of(string field)
    {
        var first = Step().Match(field);
        var row = Step().Match(field, first.Length) is { Success: true } next && next.Groups["index"].Success ? Index(next) + 1 : (int?)null;
        return new ReportPlace(ReportSections.Of(field), row);
    }

    /// <summary>What stands at a field now, as plain text.</summary>
    public static string TextAt(ReportContent content, string field)
    {
        var place = JsonSerializer.SerializeToNode(content, CoreJson.Options);
        foreach (var step in Step().Matches(field).ToList())
        {
            place = step.Groups["index"].Success ? (place as JsonArray)?.ElementAtOrDefault(Index(step)) : (place as JsonObject)?[step.Value];
        }

        return place switch
        {
            null => "–",
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => place.ToJsonString(CoreJson.Options),
        };
    }

    /// <summary>What a text of a field reads like: a choice by its word, an objective by its name, a day as days are written, all else as
    /// it is.</summary>
    public static string Said(string field, string text, ReferenceChoices choices) => NameOf(field) switch
    {
        "activities.state" => Word<ActivityState>(text, choices),
        "deliverables.state" => Word<DeliverableState>(text, choices),
        "recommendations.type" => Word<RecommendationType>(text, choices),
        "recommendations.priority" => Word<RecommendationPriority>(text, choices),
        "recommendations.objective" or "initiatives.objective" when text.Length > 0 => choices.Objective(text),
        "recommendations.dueOn" or "photos.takenOn" when DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => CasePage.OnDay(day),
        _ => text,
    };

    /// <summary>It is chosen, not written: it changes as a whole.</summary>
    public static bool IsChosen(string field) => NameOf(field) is
        "activities.state" or "deliverables.state" or "recommendations.type" or "recommendations.priority" or "recommendations.objective" or "initiatives.objective"
        or "recommendations.dueOn" or "photos.takenOn";

    /// <summary>The field in whatever row: <c>findings.answer</c>.</summary>
    public static string NameOf(string field) => Step().Replace(field, match => match.Groups["index"].Success ? "" : match.Value);

    private static string Word<T>(string text, ReferenceChoices choices)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) ? choices.Word(value) : text;

    private static int Index(Match step) => int.Parse(step.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[(?<index>\d+)\]|[A-Za-z]\w*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Step();
}
