using System.Globalization;
using System.Text;

namespace TechAssist.Core.Experts;

/// <summary>Text as it is searched: no accents, lower case, single spaces. The same on both databases.</summary>
internal static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return string.Join(' ', Words(folded.ToString()));
    }

    public static string[] Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
