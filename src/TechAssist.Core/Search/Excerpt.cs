using System.Text.RegularExpressions;
using Markdig;

namespace TechAssist.Core.Search;

/// <summary>A stretch of a text; <paramref name="IsHit"/> where it is what was searched for.</summary>
public sealed record ExcerptPart(string Text, bool IsHit);

/// <summary>The stretch of a text around the words that were searched for, without its markup.</summary>
public static partial class Excerpt
{
    private const int Most = 320;

    /// <summary>How much is shown before the first word that was found.</summary>
    private const int Before = 80;

    public static IReadOnlyList<ExcerptPart> Of(string text, SearchWords words)
    {
        var plain = Spaces().Replace(Markdown.ToPlainText(text), " ").Trim();
        List<Match> hits = [.. Word().Matches(plain).Where(match => words.Has(match.Value))];
        var (from, to) = Window(plain, hits.Count > 0 ? hits[0].Index : 0);
        List<ExcerptPart> parts = [];
        var at = from;
        foreach (var hit in hits.Where(hit => hit.Index >= from && hit.Index + hit.Length <= to))
        {
            Add(parts, plain[at..hit.Index], false);
            Add(parts, hit.Value, true);
            at = hit.Index + hit.Length;
        }

        Add(parts, plain[at..to], false);
        return [.. from > 0 ? [new ExcerptPart("… ", false)] : (ExcerptPart[])[], .. parts, .. to < plain.Length ? [new ExcerptPart(" …", false)] : (ExcerptPart[])[]];
    }

    /// <summary>Begins and ends between words.</summary>
    private static (int From, int To) Window(string text, int hit)
    {
        var from = hit <= Before ? 0 : text.IndexOf(' ', hit - Before) + 1;
        if (from > hit)
        {
            from = hit;
        }

        if (text.Length - from <= Most)
        {
            return (from, text.Length);
        }

        var to = text.LastIndexOf(' ', from + Most);
        return (from, to <= from ? from + Most : to);
    }

    private static void Add(List<ExcerptPart> parts, string text, bool isHit)
    {
        if (text.Length > 0)
        {
            parts.Add(new ExcerptPart(text, isHit));
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Word();
}
