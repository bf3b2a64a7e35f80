using System.Text;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>A stretch of text in one style; a new line in it breaks the line.</summary>
internal sealed record TextRun(string Text, bool IsBold = false, bool IsItalic = false, string? Href = null);

internal enum LineKind { Paragraph, Heading, Quote, Bullet, Number }

/// <summary>A part of a long text that both Markdown and Word can hold.</summary>
internal abstract record TextPiece
{
    /// <summary>Equal for pieces that read and look the same.</summary>
    public abstract string Key { get; }
}

/// <param name="Level">Of a list entry, from 0.</param>
/// <param name="Number">Of an entry of a numbered list.</param>
internal sealed record TextLine(LineKind Kind, IReadOnlyList<TextRun> Runs, int Level = 0, int Number = 1) : TextPiece
{
    public bool IsEntry => Kind is LineKind.Bullet or LineKind.Number;

    public string Plain => string.Concat(Runs.Select(run => run.Text));

    public override string Key => $"{Kind}:{TextRuns.Key(Runs)}";
}

internal sealed record TextGrid(IReadOnlyList<IReadOnlyList<IReadOnlyList<TextRun>>> Rows) : TextPiece
{
    public override string Key => "Grid:" + string.Join('\u001E', Rows.Select(row => string.Join('\u001F', row.Select(TextRuns.Key))));
}

/// <summary>Brings stretches of text into one form, so that what reads the same is the same.</summary>
internal static class TextRuns
{
    public static string Key(IEnumerable<TextRun> runs) =>
        string.Concat(runs.Select(run => $"\u0001{(run.IsBold ? "b" : "")}{(run.IsItalic ? "i" : "")}{run.Href}\u0002{run.Text}"));

    /// <summary>Joins neighbours of one style, trims each line, takes characters out that no document holds, and lets no style begin or
    /// end with a blank: Markdown would not see it.</summary>
    public static IReadOnlyList<TextRun> Tidy(IEnumerable<TextRun> runs)
    {
        var letters = Trimmed(runs.SelectMany(run => Clean(run.Text).Select(letter => new Letter(letter, run.IsBold, run.IsItalic, run.Href))));
        Narrow(letters, letter => letter.IsBold, letter => letter with { IsBold = false });
        Narrow(letters, letter => letter.IsItalic, letter => letter with { IsItalic = false });
        Narrow(letters, letter => letter.Href is not null, letter => letter with { Href = null });
        var tidy = new List<TextRun>();
        var text = new StringBuilder();
        for (var index = 0; index < letters.Count; index++)
        {
            text.Append(letters[index].Value);
            if (index + 1 == letters.Count || !letters[index].IsLike(letters[index + 1]))
            {
                tidy.Add(new TextRun(text.ToString(), letters[index].IsBold, letters[index].IsItalic, letters[index].Href));
                text.Clear();
            }
        }

        return tidy;
    }

    /// <summary>Line ends are one character; what XML cannot hold is left out.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\t':
                    clean.Append(' ');
                    break;
                case < ' ' and not '\n' or 0x7F or 0xFFFE or 0xFFFF:
                    break;
                default:
                    clean.Append(rune);
                    break;
            }
        }

        return clean.ToString();
    }

    private static List<Letter> Trimmed(IEnumerable<Letter> letters)
    {
        var lines = new List<List<Letter>> { new() };
        foreach (var letter in letters)
        {
            lines[^1].Add(letter);
            if (letter.Value == '\n')
            {
                lines.Add([]);
            }
        }

        var trimmed = new List<Letter>();
        foreach (var line in lines.Where(line => line.Exists(letter => !char.IsWhiteSpace(letter.Value))))
        {
            var first = line.FindIndex(letter => !char.IsWhiteSpace(letter.Value));
            var last = line.FindLastIndex(letter => !char.IsWhiteSpace(letter.Value));
            if (trimmed.Count > 0)
            {
                // The break has the style of both sides, or none.
                var (before, after) = (trimmed[^1], line[first]);
                trimmed.Add(before.IsLike(after) ? before with { Value = '\n' } : new Letter('\n', before.IsBold && after.IsBold, before.IsItalic && after.IsItalic, null));
            }

            trimmed.AddRange(line[first..(last + 1)]);
        }

        return trimmed;
    }

    private static void Narrow(List<Letter> letters, Func<Letter, bool> has, Func<Letter, Letter> without)
    {
        for (var start = 0; start < letters.Count; start++)
        {
            if (!has(letters[start]))
            {
                continue;
            }

            var end = start;
            while (end + 1 < letters.Count && has(letters[end + 1]))
            {
                end++;
            }

            for (var index = start; index <= end && char.IsWhiteSpace(letters[index].Value); index++)
            {
                letters[index] = without(letters[index]);
            }

            for (var index = end; index >= start && char.IsWhiteSpace(letters[index].Value); index--)
            {
                letters[index] = without(letters[index]);
            }

            start = end;
        }
    }

    private readonly record struct Letter(char Value, bool IsBold, bool IsItalic, string? Href)
    {
        public bool IsLike(Letter other) => IsBold == other.IsBold && IsItalic == other.IsItalic && Href == other.Href;
    }
}
