using DiffPlex;

namespace TechAssist.Core.EndOfMission.Merging;

/// <summary>Puts two changed sequences together that began as the same one. The two-way differences are DiffPlex's; its own three-way
/// merge throws and drops insertions on short input, so the merge is here.</summary>
internal static class ThreeWay
{
    /// <summary>A stretch both sides changed, each in its own way.</summary>
    public sealed record Clash(IReadOnlyList<string> Origin, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs);

    /// <param name="origin">What both began with.</param>
    /// <param name="mine">One side.</param>
    /// <param name="theirs">The other.</param>
    /// <param name="settle">What stands where both changed.</param>
    public static List<string> Merge(IReadOnlyList<string> origin, IReadOnlyList<string> mine, IReadOnlyList<string> theirs, Func<Clash, IEnumerable<string>> settle)
    {
        var (inMine, inTheirs) = (Places(origin, mine), Places(origin, theirs));
        var merged = new List<string>();
        var (at, m, t) = (0, 0, 0);
        while (at < origin.Count || m < mine.Count || t < theirs.Count)
        {
            var anchor = Enumerable.Range(at, origin.Count - at).Where(index => inMine[index] >= 0 && inTheirs[index] >= 0).Select(index => (int?)index).FirstOrDefault();
            var (toOrigin, toMine, toTheirs) = anchor is { } index ? (index, inMine[index], inTheirs[index]) : (origin.Count, mine.Count, theirs.Count);
            merged.AddRange(Stretch(new Clash(Slice(origin, at, toOrigin), Slice(mine, m, toMine), Slice(theirs, t, toTheirs)), settle));
            if (anchor is not null)
            {
                merged.Add(origin[toOrigin]);
                (toOrigin, toMine, toTheirs) = (toOrigin + 1, toMine + 1, toTheirs + 1);
            }

            (at, m, t) = (toOrigin, toMine, toTheirs);
        }

        return merged;
    }

    private static IEnumerable<string> Stretch(Clash clash, Func<Clash, IEnumerable<string>> settle) => clash switch
    {
        _ when clash.Mine.SequenceEqual(clash.Origin) => clash.Theirs,
        _ when clash.Theirs.SequenceEqual(clash.Origin) || clash.Theirs.SequenceEqual(clash.Mine) => clash.Mine,
        _ => settle(clash),
    };

    private static List<string> Slice(IReadOnlyList<string> all, int from, int to) => [.. all.Skip(from).Take(to - from)];

    /// <summary>For each piece of the origin its place in the other sequence; -1 when it is not there any more.</summary>
    public static int[] Places(IReadOnlyList<string> origin, IReadOnlyList<string> other)
    {
        var places = new int[origin.Count];
        Array.Fill(places, -1);
        var (a, b) = (0, 0);
        foreach (var block in Differ.Instance.CreateDiffs(string.Join(Chunks.Mark, origin), string.Join(Chunks.Mark, other), ignoreWhiteSpace: false, ignoreCase: false, Chunks.Instance).DiffBlocks)
        {
            for (; a < block.DeleteStartA; a++, b++)
            {
                places[a] = b;
            }

            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        for (; a < origin.Count; a++, b++)
        {
            places[a] = b;
        }

        return places;
    }

    /// <summary>DiffPlex reads texts and cuts them itself: here at a character no text may hold.</summary>
    private sealed class Chunks : IChunker
    {
        public const char Mark = '\u001E';

        public static readonly Chunks Instance = new();

        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split(Mark);
    }
}
