using System.Globalization;
using System.Text;

namespace TechAssist.Core.Experts;

/// <summary>Text as it is searched: no accents, lower case, single spaces. The same on both databases.</summary>
internal static class FoldedText
{
    /// <summary>Letters that Unicode does not take apart into a plain one and a mark.</summary>
    private static readonly Dictionary<char, string> Whole = new()
    {
        ['œ'] = "oe",
        ['æ'] = "ae",
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ı'] = "i",
    };

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var low = char.ToLowerInvariant(letter);
            folded.Append(!char.IsLetterOrDigit(low) ? " " : Whole.GetValueOrDefault(low, low.ToString()));
        }

        return string.Join(' ', Words(folded.ToString()));
    }

    public static string[] Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
