using System.Text;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Writes pieces as Markdown. A mark that would be read as Markdown is escaped only where it would be, so that texts stay
/// as people type them; a style Markdown cannot say at that place is left out, never the text.</summary>
internal static class MarkdownText
{
    /// <returns>Null where there is no text.</returns>
    public static string? Of(IReadOnlyList<TextPiece> pieces)
    {
        var text = new StringBuilder();
        var widths = new List<int>();
        TextPiece? before = null;
        foreach (var piece in pieces.Select(Fitting).Where(piece => piece is TextGrid or TextLine { Runs.Count: > 0 }))
        {
            text.Append(before is null ? "" : IsOneList(before, piece) ? "\n" : "\n\n");
            if (piece is TextLine { IsEntry: true } entry)
            {
                var level = before is TextLine { IsEntry: true } ? Math.Min(entry.Level, widths.Count) : 0;
                widths.RemoveRange(level, widths.Count - level);
                var mark = entry.Kind == LineKind.Bullet ? "- " : $"{Math.Clamp(entry.Number, 0, 999_999_999)}. ";
                var indent = new string(' ', widths.Sum());
                widths.Add(mark.Length);
                text.Append(indent).Append(mark).Append(Inside(entry).Replace("\n", "\n" + indent + new string(' ', mark.Length), StringComparison.Ordinal));
            }
            else
            {
                text.Append(piece is TextGrid grid ? Grid(grid) : Inside((TextLine)piece));
            }

            before = piece;
        }

        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>The same text as it is written here.</summary>
    public static string? Normal(string? text) => Of(MarkdownPieces.Of(text));

    private static TextPiece Fitting(TextPiece piece) => piece switch
    {
        TextLine line => line with { Runs = TextRuns.Tidy(line.Runs) },
        TextGrid grid => Even(grid),
        _ => piece,
    };

    private static TextPiece Even(TextGrid grid)
    {
        var width = grid.Rows.Count == 0 ? 0 : grid.Rows.Max(row => row.Count);
        return width == 0 ? new TextLine(LineKind.Paragraph, []) : new TextGrid(
        [
            .. grid.Rows.Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)
            [
                .. row.Select(cell => TextRuns.Tidy(cell.Select(run => run with { Text = run.Text.Replace('\n', ' ') }))),
                .. Enumerable.Repeat<IReadOnlyList<TextRun>>([], width - row.Count),
            ]),
        ]);
    }

    private static bool IsOneList(TextPiece before, TextPiece piece) =>
        before is TextLine { IsEntry: true } last && piece is TextLine { IsEntry: true } entry
        && (entry.Level > last.Level ? entry.Kind == LineKind.Bullet || entry.Number == 1 : entry.Kind == last.Kind);

    private static string Inside(TextLine line)
    {
        string[] ways = [Inline(line.Runs, isEscaped: false), Inline(line.Runs, isEscaped: true), Inline(Bare(line.Runs), isEscaped: true)];
        return Array.Find(ways.Select(way => Marked(line.Kind, way)).ToArray(), way => IsRead(line, way))
            is { } found ? Unmarked(line, found) : Unmarked(line, Marked(line.Kind, Inline([new TextRun(line.Plain)], isEscaped: true)));
    }

    /// <summary>Alone, so that it can be read back.</summary>
    private static string Marked(LineKind kind, string text) => kind switch
    {
        LineKind.Heading => "### " + text.Replace('\n', ' '),
        LineKind.Quote => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal),
        LineKind.Bullet => "- " + text.Replace("\n", "\n  ", StringComparison.Ordinal),
        LineKind.Number => "1. " + text.Replace("\n", "\n   ", StringComparison.Ordinal),
        _ => text,
    };

    private static string Unmarked(TextLine line, string text) => line.Kind switch
    {
        LineKind.Bullet => text[2..].Replace("\n  ", "\n", StringComparison.Ordinal),
        LineKind.Number => text[3..].Replace("\n   ", "\n", StringComparison.Ordinal),
        _ => text,
    };

    private static bool IsRead(TextLine line, string text)
    {
        var meant = line.Kind == LineKind.Heading ? line with { Runs = TextRuns.Tidy(line.Runs.Select(run => run with { Text = run.Text.Replace('\n', ' ') })) } : line;
        return MarkdownPieces.Of(text) is [TextLine read] && read.Key == meant.Key;
    }

    private static List<TextRun> Bare(IReadOnlyList<TextRun> runs) => [.. TextRuns.Tidy(runs.Select(run => run with { IsBold = false, IsItalic = false }))];

    private static string Inline(IReadOnlyList<TextRun> runs, bool isEscaped, bool isCell = false)
    {
        var text = new StringBuilder();
        var (isBold, isItalic) = (false, false);
        for (var index = 0; index < runs.Count; index++)
        {
            var run = runs[index];
            // Bold lies around italic, and each goes as far as it can.
            if (run.IsBold && !isBold)
            {
                text.Append(isItalic ? "*" : "");
                isItalic = false;
                text.Append("**");
                isBold = true;
            }

            if (run.IsItalic && !isItalic)
            {
                text.Append('*');
                isItalic = true;
            }

            Append(text, run, isEscaped, isCell);
            var next = index + 1 < runs.Count ? runs[index + 1] : new TextRun("");
            if (isItalic && (!next.IsItalic || (isBold && !next.IsBold)))
            {
                text.Append('*');
                isItalic = false;
            }

            if (isBold && !next.IsBold)
            {
                text.Append("**");
                isBold = false;
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TextRun run, bool isEscaped, bool isCell)
    {
        if (run.Href is null)
        {
            AppendText(text, run.Text, isEscaped, isCell);
        }
        else if (run.Text == run.Href && !isCell && run.Text.StartsWith("http", StringComparison.Ordinal))
        {
            text.Append('<').Append(run.Text).Append('>');
        }
        else
        {
            text.Append('[');
            AppendText(text, run.Text, isEscaped, isCell);
            var needsBrackets = run.Href.AsSpan().IndexOfAny(" ()") >= 0;
            text.Append("](").Append(needsBrackets ? $"<{run.Href}>" : run.Href).Append(')');
        }
    }

    private static void AppendText(StringBuilder text, string words, bool isEscaped, bool isCell)
    {
        for (var index = 0; index < words.Length; index++)
        {
            var letter = words[index];
            var isStart = text.Length == 0 || text[^1] == '\n';
            var isNumberEnd = letter is '.' or ')' && LineIsDigits(text);
            if ((isEscaped && (@"\`*_[]<&!".Contains(letter, StringComparison.Ordinal) || isNumberEnd || (isStart && "#>-+=~|:".Contains(letter, StringComparison.Ordinal))))
                || (isEscaped || isCell) && letter == '|')
            {
                text.Append('\\');
            }

            text.Append(letter);
        }
    }

    private static bool LineIsDigits(StringBuilder text)
    {
        var index = text.Length - 1;
        while (index >= 0 && char.IsAsciiDigit(text[index]))
        {
            index--;
        }

        return index < text.Length - 1 && (index < 0 || text[index] == '\n');
    }

    private static string Grid(TextGrid grid)
    {
        string[] ways =
        [
            GridLines(grid, cell => Inline(cell, isEscaped: false, isCell: true)),
            GridLines(grid, cell => Inline(cell, isEscaped: true, isCell: true)),
            GridLines(grid, cell => Inline([new TextRun(string.Concat(cell.Select(run => run.Text)))], isEscaped: true, isCell: true)),
        ];
        return Array.Find(ways, way => MarkdownPieces.Of(way) is [TextGrid read] && read.Key == grid.Key) ?? ways[^1];
    }

    private static string GridLines(TextGrid grid, Func<IReadOnlyList<TextRun>, string> write)
    {
        var lines = grid.Rows.Select(row => $"| {string.Join(" | ", row.Select(write))} |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", grid.Rows[0].Count)));
        return string.Join('\n', lines);
    }
}
