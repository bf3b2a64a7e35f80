using System.Globalization;
using System.Text.Json.Nodes;
using TechAssist.Core.EndOfMission.Merging;

namespace TechAssist.Core.EndOfMission.Word;

public enum WordChangeKind { Changed, Added, Removed }

/// <summary>A field that reads otherwise, or a row that came or went.</summary>
/// <param name="Row">Of a list, from 1; of the text as it will be, or for a removed row as it is.</param>
/// <param name="Label">Of the field.</param>
public sealed record WordChangeLine(WordChangeKind Kind, int? Row, string Label, ReportDifference Difference);

/// <summary>What a place of the report will be.</summary>
/// <param name="Unit">Camel-case path: what is chosen.</param>
/// <param name="Section">1 to 15.</param>
/// <param name="Clashes">Somebody changed the same words in the portal meanwhile: both texts will be there to choose from.</param>
public sealed record WordChange(string Unit, int Section, string Label, IReadOnlyList<WordChangeLine> Lines, IReadOnlyList<MergeClash> Clashes);

/// <summary>What taking in a text from Word will change, field by field, in the reader's words. Rows are paired by what stands in them. Pure.</summary>
internal sealed class WordChanges(WordForm form, JsonNode before, JsonNode after)
{
    public IReadOnlyList<WordChangeLine> Of(WordPart part) => part switch
    {
        WordTextPart text => [.. Compared(text.Path, null, null, JsonPlace.TextAt(before, text.Path), JsonPlace.TextAt(after, text.Path))],
        WordFactsPart facts => [.. facts.Fields.SelectMany(field =>
            Compared(facts.PathOf(field), null, field, JsonPlace.TextAt(before, facts.PathOf(field)), JsonPlace.TextAt(after, facts.PathOf(field))))],
        WordRowsPart rows => [.. Rows(rows)],
        _ => [],
    };

    private IEnumerable<WordChangeLine> Rows(WordRowsPart part)
    {
        var (old, now) = (RowsOf(before, part), RowsOf(after, part));
        foreach (var (left, right) in RowPairs.Of(old.ConvertAll(row => Words(row, part)), now.ConvertAll(row => Words(row, part))))
        {
            var kind = left is null ? WordChangeKind.Added : right is null ? WordChangeKind.Removed : WordChangeKind.Changed;
            foreach (var field in part.Fields)
            {
                var (was, becomes) = (left is { } l ? JsonPlace.TextAt(old[l], field.Name) : "", right is { } r ? JsonPlace.TextAt(now[r], field.Name) : "");
                foreach (var line in Compared($"{part.Path}[{right ?? left}].{field.Name}", (right ?? left) + 1, field, was, becomes))
                {
                    yield return line with { Kind = kind };
                }
            }
        }
    }

    private static List<JsonNode?> RowsOf(JsonNode tree, WordRowsPart part) => (JsonPlace.At(tree, part.Path) as JsonArray)?.ToList() ?? [];

    private static string[] Words(JsonNode? row, WordRowsPart part) => [.. part.Fields.SelectMany(field => JsonPlace.TextAt(row, field.Name).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))];

    private IEnumerable<WordChangeLine> Compared(string path, int? row, WordField? field, string was, string becomes)
    {
        (was, becomes) = (was.ReplaceLineEndings("\n"), becomes.ReplaceLineEndings("\n"));
        if (was != becomes)
        {
            yield return new WordChangeLine(WordChangeKind.Changed, row, field?.Label ?? "", ReportDifferences.OfTexts(path, Shown(field, was), Shown(field, becomes)));
        }
    }

    private string Shown(WordField? field, string value) => field?.Kind switch
    {
        WordKind.Flag => value == "true" ? "☒" : "☐",
        WordKind.Choice => field.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value,
        WordKind.Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => form.Words.Day(day),
        _ => value,
    };
}

/// <summary>Finds for the rows of a list what became of each, in order: as many alike as can be.</summary>
internal static class RowPairs
{
    /// <summary>Rows with less in common are not the same row.</summary>
    private const double Least = 0.3;

    /// <param name="old">The words of each row as it is.</param>
    /// <param name="now">The words of each row as it will be.</param>
    /// <returns>Places in both; a row that came or went has one only.</returns>
    public static IReadOnlyList<(int? Old, int? Now)> Of(IReadOnlyList<string[]> old, IReadOnlyList<string[]> now)
    {
        var best = new double[old.Count + 1, now.Count + 1];
        var alike = new double[old.Count, now.Count];
        for (var left = old.Count - 1; left >= 0; left--)
        {
            for (var right = now.Count - 1; right >= 0; right--)
            {
                alike[left, right] = Likeness(old[left], now[right]);
                var paired = alike[left, right] >= Least ? alike[left, right] + best[left + 1, right + 1] : 0;
                best[left, right] = Math.Max(paired, Math.Max(best[left + 1, right], best[left, right + 1]));
            }
        }

        var pairs = new List<(int?, int?)>();
        var (at, to) = (0, 0);
        while (at < old.Count || to < now.Count)
        {
            if (at < old.Count && to < now.Count && alike[at, to] >= Least && best[at, to] <= alike[at, to] + best[at + 1, to + 1])
            {
                pairs.Add((at++, to++));
            }
            else if (at < old.Count && (to == now.Count || best[at + 1, to] >= best[at, to + 1]))
            {
                pairs.Add((at++, null));
            }
            else
            {
                pairs.Add((null, to++));
            }
        }

        return pairs;
    }

    private static double Likeness(string[] words, string[] others) => words.AsSpan().SequenceEqual(others)
        ? 1
        : (double)words.Intersect(others).Count() / Math.Max(1, Math.Min(words.Distinct().Count(), others.Distinct().Count()));
}
