namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Which row of the form a row of the file is: by the number in its tags; where those were lost, by what stands in it.</summary>
internal static class WordRowMatch
{
    /// <returns>For each row its place among those known; null for a new one.</returns>
    public static int?[] Of(WordRowsPart part, List<WordRow> known, List<WordRow> list)
    {
        var places = new int?[list.Count];
        var free = Enumerable.Range(0, known.Count).Where(place => known[place].Index is not null).ToHashSet();
        void Take(int index, int? place)
        {
            if (place is { } one && free.Remove(one))
            {
                places[index] = one;
            }
        }

        // A row that was copied has the number of the other: the one that still reads like it is it.
        foreach (var index in Enumerable.Range(0, list.Count).OrderByDescending(index => Likeness(part, list[index], known.Find(row => row.Index == list[index].Index))))
        {
            if (list[index].Index is { } number)
            {
                Take(index, known.FindIndex(row => row.Index == number));
            }
        }

        var isTagged = list.Exists(row => row.Index is not null);
        foreach (var index in Enumerable.Range(0, list.Count).Where(index => places[index] is null && !isTagged))
        {
            Take(index, free.OrderByDescending(place => Likeness(part, list[index], known[place])).ThenBy(place => place).Cast<int?>().FirstOrDefault(place => Likeness(part, list[index], known[place!.Value]) >= 0.5));
        }

        return places;
    }

    /// <summary>Share of the fields that read the same, from 0 to 1; words in common count in part.</summary>
    private static double Likeness(WordRowsPart part, WordRow row, WordRow? known) => known is null ? 0 : part.Fields
        .Where(field => field.Kind == WordKind.Plain)
        .Select(field => (New: row.Values.GetValueOrDefault(field.Name, ""), Old: known.Values.GetValueOrDefault(field.Name, "")))
        .Where(pair => pair.New.Length + pair.Old.Length > 0)
        .Select(pair => pair.New == pair.Old ? 1 : InCommon(pair.New.Split(' ', '\n'), pair.Old.Split(' ', '\n')))
        .DefaultIfEmpty(1)
        .Average();

    private static double InCommon(string[] words, string[] others) => (double)words.Intersect(others).Count() / Math.Max(1, words.Union(others).Count());
}
