using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TechAssist.Core.EndOfMission.Merging;

/// <summary>A text that could not be put together with the one that stands in its place.</summary>
/// <param name="Field">Where, by camel-case path inside the content.</param>
/// <param name="Text">What was typed.</param>
public sealed record MergeClash(string Field, string Text);

/// <summary>Puts two texts of a report together that two authors made of the same one. Changes in different places are both taken, down to
/// the sentence; rows both added are both kept. Where both changed the same sentence, the text that was saved first stays and the
/// other is given back, so that a person can choose. Pure.</summary>
public static partial class MergeReports
{
    /// <param name="origin">What both began with.</param>
    /// <param name="mine">Saved now.</param>
    /// <param name="theirs">Saved before.</param>
    public static (ReportContent Content, IReadOnlyList<MergeClash> Clashes) Of(ReportContent origin, ReportContent mine, ReportContent theirs)
    {
        var clashes = new List<MergeClash>();
        var merged = Node(Tree(origin), Tree(mine), Tree(theirs), "", clashes);
        return (merged!.Deserialize<ReportContent>(CoreJson.Options)!, clashes);
    }

    private static JsonNode Tree(ReportContent content) => JsonSerializer.SerializeToNode(content, CoreJson.Options)!;

    private static JsonNode? Node(JsonNode? origin, JsonNode? mine, JsonNode? theirs, string field, List<MergeClash> clashes)
    {
        if (JsonNode.DeepEquals(mine, theirs) || JsonNode.DeepEquals(origin, mine))
        {
            return theirs?.DeepClone();
        }

        if (JsonNode.DeepEquals(origin, theirs))
        {
            return mine?.DeepClone();
        }

        return (mine, theirs) switch
        {
            (JsonObject ours, JsonObject others) => Object(origin as JsonObject, ours, others, field, clashes),
            (JsonArray ours, JsonArray others) => Rows(origin as JsonArray ?? [], ours, others, field, clashes),
            (null, _) => theirs?.DeepClone(),
            (_, null) => mine.DeepClone(),
            _ => Value(origin, mine, theirs, field, clashes),
        };
    }

    private static JsonObject Object(JsonObject? origin, JsonObject mine, JsonObject theirs, string field, List<MergeClash> clashes)
    {
        var merged = new JsonObject();
        foreach (var name in theirs.Select(pair => pair.Key).Union(mine.Select(pair => pair.Key)))
        {
            if (Node(origin?[name], mine[name], theirs[name], field.Length == 0 ? name : $"{field}.{name}", clashes) is { } value)
            {
                merged[name] = value;
            }
        }

        return merged;
    }

    private static JsonArray Rows(JsonArray origin, JsonArray mine, JsonArray theirs, string field, List<MergeClash> clashes)
    {
        // A row that is still being put together has no place yet: what it clashes about is found out at the end, when it has one.
        var open = new Dictionary<string, IReadOnlyList<MergeClash>>();
        var rows = ThreeWay.Merge(Lines(origin), Lines(mine), Lines(theirs), clash => Settle(clash, open));
        for (var index = 0; index < rows.Count; index++)
        {
            clashes.AddRange(open.GetValueOrDefault(rows[index], []).Select(clash => clash with { Field = $"{field}[{index}]{clash.Field}" }));
        }

        return [.. rows.Select(row => JsonNode.Parse(row))];
    }

    /// <summary>Rows at the same place are put together field by field; of the others, all that anybody wrote are kept.</summary>
    private static IEnumerable<string> Settle(ThreeWay.Clash clash, Dictionary<string, IReadOnlyList<MergeClash>> open)
    {
        var pairs = Math.Min(clash.Origin.Count, Math.Min(clash.Mine.Count, clash.Theirs.Count));
        for (var index = 0; index < pairs; index++)
        {
            var found = new List<MergeClash>();
            var row = Node(JsonNode.Parse(clash.Origin[index]), JsonNode.Parse(clash.Mine[index]), JsonNode.Parse(clash.Theirs[index]), "", found)!;
            var line = row.ToJsonString(CoreJson.Options);
            open[line] = [.. found.Select(one => one with { Field = one.Field.Length == 0 ? "" : "." + one.Field })];
            yield return line;
        }

        foreach (var row in clash.Theirs.Skip(pairs))
        {
            yield return row;
        }

        foreach (var row in clash.Mine.Skip(pairs).Except(clash.Origin).Except(clash.Theirs))
        {
            yield return row;
        }
    }

    private static JsonNode Value(JsonNode? origin, JsonNode mine, JsonNode theirs, string field, List<MergeClash> clashes)
    {
        var (typed, saved) = (Text(mine), Text(theirs));
        if (saved.Trim().Length == 0 || typed.Trim().Length == 0)
        {
            return (saved.Trim().Length == 0 ? mine : theirs).DeepClone();
        }

        if (mine.GetValueKind() == JsonValueKind.String && origin is not null && Sentences(Text(origin)) is { Count: > 0 } began)
        {
            var isClear = true;
            var sentences = ThreeWay.Merge(began, Sentences(typed), Sentences(saved), clash =>
            {
                isClear &= clash.Origin.Count == 0;
                return clash.Theirs.Concat(clash.Mine);
            });
            if (isClear)
            {
                return JsonValue.Create(string.Concat(sentences));
            }
        }

        clashes.Add(new MergeClash(field, typed));
        return theirs.DeepClone();
    }

    private static List<string> Lines(JsonArray rows) => [.. rows.Select(row => row!.ToJsonString(CoreJson.Options))];

    private static string Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    /// <summary>The blank that divides two sentences goes with the second, so that one that is added leaves the one before as it is.</summary>
    private static List<string> Sentences(string text) => text.Length == 0 ? [] : [.. SentenceStart().Split(text.ReplaceLineEndings("\n"))];

    [GeneratedRegex(@"(?<=[.!?…][»”)]?)(?=\s)|(?<=[^\n])(?=\n)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceStart();
}
