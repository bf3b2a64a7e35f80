using System.Text.Json.Nodes;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>The places of a report that are taken over from Word or left, each as a whole: a text, or a list.</summary>
internal static class WordUnits
{
    /// <summary>Camel-case paths, in the order of the report.</summary>
    public static IEnumerable<string> Of(ReportContent content) => WordForm.Whole("en", content).Parts.SelectMany(part => part is WordFactsPart { Path: "" } facts
        ? facts.Fields.Select(facts.PathOf)
        : [part.Path]);

    /// <summary>Those of which the second text says something else.</summary>
    public static IReadOnlyList<string> Changed(ReportContent before, ReportContent after)
    {
        var (old, now) = (JsonPlace.TreeOf(before), JsonPlace.TreeOf(after));
        return [.. Of(before).Where(unit => !JsonNode.DeepEquals(JsonPlace.At(old, unit), JsonPlace.At(now, unit)))];
    }

    /// <summary>The first text with the chosen places of the second.</summary>
    public static ReportContent Take(ReportContent origin, ReportContent changed, IReadOnlyCollection<string> units)
    {
        var (tree, now) = (JsonPlace.TreeOf(origin), JsonPlace.TreeOf(changed));
        foreach (var unit in Of(origin).Where(units.Contains))
        {
            JsonPlace.Set(tree, unit, JsonPlace.At(now, unit)?.DeepClone());
        }

        return JsonPlace.ContentOf(tree);
    }

    /// <summary>The place a field belongs to.</summary>
    public static bool Holds(string unit, string field) =>
        field == unit || (field.StartsWith(unit, StringComparison.Ordinal) && field[unit.Length] is '.' or '[');
}
