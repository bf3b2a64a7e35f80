using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using TechAssist.Core.EndOfMission.Photos;

namespace TechAssist.Core.EndOfMission.Merging;

/// <summary>Rows have no name of their own: a text to choose from says by a number in which it belongs. When rows are added or taken out
/// the number follows its row, which is known by what stands in it. Pure.</summary>
public static partial class ConflictPlaces
{
    /// <param name="conflicts">With the places they had.</param>
    /// <param name="before">The content those places are in.</param>
    /// <param name="after">The content that takes its place.</param>
    public static IReadOnlyList<ReportConflict> Follow(IReadOnlyList<ReportConflict> conflicts, ReportContent before, ReportContent after) =>
        [.. conflicts.Select(conflict => Row().Match(conflict.Field) is { Success: true } match && !conflict.IsPlaceGone ? Follow(conflict, match, before, after) : conflict)];

    private static ReportConflict Follow(ReportConflict conflict, Match place, ReportContent before, ReportContent after)
    {
        var (list, index) = (place.Groups["list"].Value, int.Parse(place.Groups["index"].ValueSpan, CultureInfo.InvariantCulture));
        return PlaceOf(RowsOf(before, list), RowsOf(after, list), index) is { } now
            ? conflict with { Field = $"{list}[{now}]{place.Groups["rest"].Value}" }
            : conflict with { IsPlaceGone = true };
    }

    /// <summary>Rows that stayed in their order are known first, then those that moved; only a row that changed is looked for by
    /// likeness, among those that are no other row.</summary>
    private static int? PlaceOf(List<object> before, List<object> after, int index)
    {
        if (index >= before.Count)
        {
            return null;
        }

        var places = ThreeWay.Places(Lines(before), Lines(after));
        Fill(pair => before[pair.From].Equals(after[pair.To]) ? 1 : 0);
        Fill(pair => Likeness(before[pair.From], after[pair.To]));
        return places[index] < 0 ? null : places[index];

        void Fill(Func<(int From, int To), double> likeness)
        {
            var left = Enumerable.Range(0, before.Count).Where(from => places[from] < 0).ToHashSet();
            var free = Enumerable.Range(0, after.Count).Except(places).ToHashSet();
            foreach (var (from, to) in Pairs(left, free).Select(pair => (Pair: pair, Likeness: likeness(pair))).Where(one => one.Likeness >= TextLikeness.Least)
                .OrderByDescending(one => one.Likeness).ThenBy(one => Math.Abs(one.Pair.From - one.Pair.To)).Select(one => one.Pair).ToList())
            {
                if (left.Contains(from) && free.Remove(to))
                {
                    left.Remove(from);
                    places[from] = to;
                }
            }
        }
    }

    private static List<string> Lines(List<object> rows) => [.. rows.Select(row => JsonSerializer.Serialize(row, CoreJson.Options))];

    private static IEnumerable<(int From, int To)> Pairs(HashSet<int> left, HashSet<int> free) => left.SelectMany(from => free.Select(to => (from, to)));

    private static List<object> RowsOf(ReportContent content, string list) =>
        typeof(ReportContent).GetProperty(list, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)?.GetValue(content) is IEnumerable rows ? [.. rows.Cast<object>()] : [];

    /// <summary>From 0 to 1. What a row is called by is the first text of its record: a title, a name, what was planned. Rows may well have
    /// the rest in common.</summary>
    private static double Likeness(object row, object other) => row is ReportPhoto photo
        ? photo.Id == ((ReportPhoto)other).Id ? 1 : 0
        : row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => TextsOf(property.GetValue(row)).Zip(TextsOf(property.GetValue(other))).Where(pair => pair.First.Length > 0).ToList())
            .FirstOrDefault(texts => texts.Count > 0)?.Max(pair => TextLikeness.Of(pair.First, pair.Second)) ?? 0;

    /// <summary>What people wrote: words of a list (a priority, a state) are no text.</summary>
    private static string[] TextsOf(object? value) => value switch
    {
        string text => [text],
        LangText text => [text.Fr ?? "", text.En ?? ""],
        _ => [],
    };

    [GeneratedRegex(@"^(?<list>[A-Za-z]+)\[(?<index>\d+)\](?<rest>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();
}
