using System.Text;

namespace TechAssist.Workflow.Drawing;

/// <summary>Breaks text into lines by an estimate of its width in a usual sans-serif face; a little wide, so that nothing sticks out.</summary>
internal static class TextWrap
{
    public static IReadOnlyList<string> Wrap(string text, double width, int fontSize)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width, fontSize)))
        {
            if (line.Length > 0 && Measure(line + " " + word, fontSize) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line.ToString());
        }

        return lines;
    }

    public static double Measure(string text, int fontSize) => text.Sum(c => Width(c) * fontSize);

    /// <summary>A word wider than the line is cut.</summary>
    private static IEnumerable<string> Pieces(string word, double width, int fontSize)
    {
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (piece.Length > 0 && Measure(piece.ToString() + rune, fontSize) > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
        }

        yield return piece.ToString();
    }

    private static double Width(char c) => c switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or '\'' or '.' or ',' or ':' or ';' or '!' or '|' or '(' or ')' or 'I' or '\u2019' or ' ' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' => 0.92,
        >= 'A' and <= 'Z' => 0.72,
        > '\u2e80' => 1.0,
        _ => 0.58,
    };
}
