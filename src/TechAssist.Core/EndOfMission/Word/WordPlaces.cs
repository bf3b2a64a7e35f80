using System.Text.RegularExpressions;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Knows the headings and words of the form again, and where the reading stands.</summary>
internal sealed partial class WordPlaces(WordForm form, string head)
{
    private readonly HashSet<string> own =
    [
        .. form.Sections.Select(section => section.Guidance).Concat(form.Parts.OfType<WordRowsPart>().Select(part => part.Guidance)).OfType<string>().Select(Same),
        .. new[] { "How.Write", "How.Rows", "How.Tracked", "How.Back" }.Select(key => Same(form.Own(key))),
        .. head.Split('\n').Select(Same),
    ];

    /// <summary>Number of the section; 0 before the first.</summary>
    public int Section { get; set; }

    /// <summary>A guidance of the form, or a hint that was left where it stood.</summary>
    public bool IsOwn(string words) => own.Contains(Same(words)) || form.IsHint(words);

    public WordTextPart? TextAt(string? tag) => tag is null ? null : form.Parts.OfType<WordTextPart>().FirstOrDefault(part => part.Path == tag);

    public int SectionOf(WordPart part) => form.Sections.First(section => section.Parts.Contains(part)).Number;

    /// <param name="words">Of a paragraph.</param>
    /// <param name="isHeading">Then the number need not be there.</param>
    public WordSection? SectionNamed(string words, bool isHeading)
    {
        var (number, title) = Numbered().Match(words) is { Success: true } match ? (match.Groups["number"].Value, match.Groups["title"].Value) : ("", words);
        return form.Sections.FirstOrDefault(section => Same(section.Title) == Same(title) && (isHeading || number == $"{section.Number}"));
    }

    /// <summary>Of the section the reading stands in, or else the only one of that name.</summary>
    public WordPart? PartNamed(string words)
    {
        List<WordPart> named = [.. form.Parts.Where(part => part.Label.Length > 0 && Same(part.Label) == Same(words))];
        return named.FirstOrDefault(part => SectionOf(part) == Section) ?? (named.Count == 1 ? named[0] : null);
    }

    /// <summary>Case, blanks and a colon at the end do not matter.</summary>
    public static string Same(string words) => Blanks().Replace(words, " ").Trim().TrimEnd(':').TrimEnd().ToUpperInvariant();

    [GeneratedRegex(@"^\s*(?<number>\d{1,2})\s*[.)]?\s+(?<title>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
