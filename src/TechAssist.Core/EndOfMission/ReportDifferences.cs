using DiffPlex;
using DiffPlex.Chunkers;
using TechAssist.Core.EndOfMission.Review;

namespace TechAssist.Core.EndOfMission;

/// <summary>A stretch of a text; <paramref name="IsChanged"/>: the other text does not have it.</summary>
public sealed record TextPart(string Text, bool IsChanged);

/// <summary>A place of the report that reads otherwise, by camel-case path inside the content; a side without text has no parts.</summary>
public sealed record ReportDifference(string Field, IReadOnlyList<TextPart> Before, IReadOnlyList<TextPart> After);

/// <summary>What changed between two texts of a report, word by word. Rows of a list are compared by their place. Pure.</summary>
public static class ReportDifferences
{
    public static IReadOnlyList<ReportDifference> Between(ReportContent before, ReportContent after)
    {
        var (old, now) = (ReportTexts.Of(before), ReportTexts.Of(after));
        return
        [
            .. now.Keys.Union(old.Keys)
                .Select(field => (Field: field, Old: old.GetValueOrDefault(field, ""), Now: now.GetValueOrDefault(field, "")))
                .Where(place => place.Old != place.Now)
                .Select(place => OfTexts(place.Field, place.Old, place.Now)),
        ];
    }

    /// <summary>Of one place.</summary>
    public static ReportDifference OfTexts(string field, string old, string now)
    {
        var found = Differ.Instance.CreateDiffs(old, now, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker([' ', '\n']));
        var (gone, come) = (new HashSet<int>(), new HashSet<int>());
        foreach (var block in found.DiffBlocks)
        {
            gone.UnionWith(Enumerable.Range(block.DeleteStartA, block.DeleteCountA));
            come.UnionWith(Enumerable.Range(block.InsertStartB, block.InsertCountB));
        }

        return new ReportDifference(field, Parts(found.PiecesOld, gone), Parts(found.PiecesNew, come));
    }

    private static List<TextPart> Parts(IReadOnlyList<string> pieces, HashSet<int> changed)
    {
        var parts = new List<TextPart>();
        for (var index = 0; index < pieces.Count; index++)
        {
            // The blank between two changed words happens to be in both texts.
            var isChanged = changed.Contains(index) || (string.IsNullOrWhiteSpace(pieces[index]) && changed.Contains(index - 1) && changed.Contains(index + 1));
            if (parts.Count > 0 && parts[^1].IsChanged == isChanged)
            {
                parts[^1] = parts[^1] with { Text = parts[^1].Text + pieces[index] };
            }
            else
            {
                parts.Add(new TextPart(pieces[index], isChanged));
            }
        }

        return parts;
    }
}
