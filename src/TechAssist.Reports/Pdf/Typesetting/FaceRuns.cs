using System.Globalization;
using System.Text;
using TechAssist.Reports.Fonts;

namespace TechAssist.Reports.Pdf.Typesetting;

/// <summary>Spreads text over the embedded faces; what none of them has becomes <see cref="FontFace.Missing"/>.</summary>
internal static class FaceRuns
{
    private static readonly FontFace[] Lenders = [FontFace.Regular, FontFace.SemiBold, FontFace.Serif, FontFace.Lender];

    public static List<(FontFace Face, string Text)> Split(string text, FontFace face)
    {
        var runs = new List<(FontFace Face, string Text)>();
        if (HasAll(text, face))
        {
            runs.Add((face, text));
            return runs;
        }

        var current = new StringBuilder();
        var currentFace = face;
        foreach (var element in Elements(text).Select(Known).Where(element => element.Length > 0))
        {
            var owner = Owner(element, face);
            var shown = owner is null ? FontFace.Missing.ToString() : element;
            owner ??= face;
            if (owner != currentFace && current.Length > 0)
            {
                runs.Add((currentFace, current.ToString()));
                current.Clear();
            }

            currentFace = owner;
            current.Append(shown);
        }

        if (current.Length > 0)
        {
            runs.Add((currentFace, current.ToString()));
        }

        return runs;
    }

    private static FontFace? Owner(string element, FontFace face) =>
        HasAll(element, face) ? face : Array.Find(Lenders, lender => HasAll(element, lender));

    private static bool HasAll(string text, FontFace face)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // '\n' is a break, never a glyph.
            if (rune.Value != '\n' && !face.Has(rune.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Without what has no look of its own; spaces and hyphens of a special width as the ordinary unbreakable ones.</summary>
    private static string Known(string text)
    {
        var known = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case 0x202F or (>= 0x2000 and <= 0x200A) or 0x205F or 0x3000:
                    known.Append('\u00A0');
                    break;
                case 0x2010 or 0x2011:
                    known.Append('-');
                    break;
                default:
                    if (rune.Value != 0xAD && (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format))
                    {
                        known.Append(rune);
                    }

                    break;
            }
        }

        return known.ToString();
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
