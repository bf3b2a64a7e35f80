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

    /// <summary>What a text of a field reads like: a choice by its word, all else as it is.</summary>
    public static string Said(string field, string text, ReferenceChoices choices)
    {
        var kind = Step().Replace(field, match => match.Groups["index"].Success ? "" : match.Value) switch
        {
            "activities.state" => typeof(ActivityState),
            "deliverables.state" => typeof(DeliverableState),
            "recommendations.type" => typeof(RecommendationType),
            "recommendations.priority" => typeof(RecommendationPriority),
            _ => null,
        };
        return kind is not null && Enum.TryParse(kind, text, ignoreCase: true, out var value) ? choices.Word((Enum)value) : text;
    }

    private static int Index(Match step) => int.Parse(step.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[(?<index>\d+)\]|[A-Za-z]\w*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Step();
}
