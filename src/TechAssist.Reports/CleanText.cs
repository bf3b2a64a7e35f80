using System.Globalization;
using System.Text;

namespace TechAssist.Reports;

/// <summary>Text as every format can hold it: composed, no control characters, no half characters.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        // A rune read from a lone surrogate is U+FFFD, so half characters become visible here.
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\r' or 0x2028 or 0x2029 or 0x0B or 0x0C or 0x85:
                    clean.Append('\n');
                    break;
                case '\t':
                    clean.Append(' ');
                    break;
                default:
                    if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control && (rune.Value & 0xFFFE) != 0xFFFE)
                    {
                        clean.Append(rune);
                    }

                    break;
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The same on one line, for titles and labels.</summary>
    public static string Line(string text) => Of(text).Replace('\n', ' ').Trim();

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            // Up to U+02FF nothing combines and nothing is half; typographic marks follow at U+2010.
            if (character is not (>= ' ' and < '\x7F' or >= '\xA0' and < '\u0300' or >= '\u2010' and < '\u2028' or '\u202F' or '€'))
            {
                return false;
            }
        }

        return true;
    }
}
