using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TechAssist.Core.Experts;

namespace TechAssist.Core.Search;

/// <summary>The words somebody searches by. Whatever else was typed (quotes, operators, signs) is left out, so that nothing of it can
/// mean anything to a database.</summary>
public sealed partial class SearchWords
{
    private const int MostText = 2_000;
    private const int Most = 12;
    private const int MostLetters = 40;

    /// <summary>Words of which the beginning alone finds too much.</summary>
    private const int ShortestStart = 4;

    /// <summary>Words that stand in nearly every text: one database leaves them out, the other would ask for them.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(
        "le", "la", "les", "un", "une", "des", "de", "du", "et", "ou", "au", "aux", "en", "dans", "par", "pour", "sur", "avec", "sans", "que", "qui", "est", "sont", "ce",
        "ces", "cette", "son", "sa", "ses", "se", "ne", "pas", "plus", "il", "elle", "ils", "the", "of", "and", "or", "to", "in", "on", "for", "by", "with", "is", "are",
        "was", "be", "it", "its", "at", "as", "an", "this", "that", "from", "not", "qu");

    private SearchWords(IReadOnlyList<string> typed) => (Typed, Folded) = (typed, [.. typed.Select(Fold)]);

    /// <summary>In small letters, with their accents.</summary>
    public IReadOnlyList<string> Typed { get; }

    /// <summary>In small letters, without accents; letters and digits only.</summary>
    public IReadOnlyList<string> Folded { get; }

    public bool IsEmpty => Typed.Count == 0;

    /// <summary>The first words of the text that say something.</summary>
    public static SearchWords Of(string? text) => new(
    [
        .. Word().Matches((text ?? "")[..Math.Min(MostText, text?.Length ?? 0)])
            .Select(match => match.Value.ToLowerInvariant())
            .Where(word => word.Length <= MostLetters && IsWord(Fold(word)))
            .DistinctBy(Fold).Take(Most),
    ]);

    /// <summary>The longest words of a long text, which say most of what it is about.</summary>
    public static SearchWords About(string? text)
    {
        const int ShortestTelling = 5;
        return Of(string.Join(' ', Word().Matches(text ?? "").Select(match => match.Value).Where(word => word.Length is >= ShortestTelling and <= MostLetters)
            .DistinctBy(Fold).OrderByDescending(word => word.Length).Take(Most)));
    }

    /// <summary>Whether the beginning of a word is enough to find it.</summary>
    public static bool IsStart(string word) => word.Length >= ShortestStart;

    /// <summary>Whether a word of a text is one of these, or another form of it: for marking, after the database has found the text.</summary>
    public bool Has(string word)
    {
        var folded = Fold(word);
        return folded.Length > 0 && Folded.Any(sought => IsFormOf(sought, folded));
    }

    /// <summary>Those of the words that stand in a folded text as they are.</summary>
    internal IReadOnlyList<string> Among(string folded)
    {
        var there = FoldedText.Words(folded).ToHashSet(StringComparer.Ordinal);
        return [.. Typed.Where((_, at) => there.Contains(Folded[at]))];
    }

    internal static string Fold(string text) => FoldedText.Of(text);

    private static bool IsWord(string folded) => folded.Length > 1 && !folded.Contains(' ', StringComparison.Ordinal) && !Empty.Contains(folded);

    /// <summary>They begin alike, up to an ending of the longer of two kinds: "statistique", "statistiques"; "former", "formation".</summary>
    private static bool IsFormOf(string sought, string word)
    {
        const int Ending = 3;
        if (!IsStart(sought))
        {
            return sought == word;
        }

        var common = sought.Zip(word).TakeWhile(pair => pair.First == pair.Second).Count();
        return common >= Math.Max(ShortestStart, sought.Length - Ending);
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Word();
}
