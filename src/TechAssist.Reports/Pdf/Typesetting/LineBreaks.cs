namespace TechAssist.Reports.Pdf.Typesetting;

/// <summary>Where a line may end: the few rules French and English texts need.</summary>
internal static class LineBreaks
{
    /// <summary>
    /// The end of the unbreakable stretch that starts at <paramref name="start"/>, with the spaces after it.
    /// Spaces that French sets before ; : ! ? » and % or after « never break, whichever space was typed.
    /// </summary>
    public static int Next(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                return i + 1;
            }

            if (text[i] == ' ')
            {
                var end = i + 1;
                while (end < text.Length && text[end] == ' ')
                {
                    end++;
                }

                if (!Binds(i > start ? text[i - 1] : ' ', end < text.Length ? text[end] : ' '))
                {
                    return end < text.Length && text[end] == '\n' ? end + 1 : end;
                }

                i = end - 1;
            }
            else if (i + 1 < text.Length && text[i + 1] is not (' ' or '\n') && EndsWord(text, i, start))
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static bool Binds(char before, char after) => before is '«' or '(' or '[' || after is ';' or ':' or '!' or '?' or '»' or '%' or '€';

    private static bool EndsWord(ReadOnlySpan<char> text, int i, int start) => text[i] switch
    {
        '–' or '—' => i > start && !char.IsDigit(text[i + 1]),
        '-' or '\u2010' or '/' => i > start && char.IsLetter(text[i - 1] == '/' ? 'a' : text[i - 1]) && char.IsLetter(text[i + 1]),
        _ => false,
    };
}
