namespace TechAssist.Reports;

/// <summary>Text as people type it into a form, as blocks.</summary>
public static class TypedText
{
    /// <summary>
    /// A blank line parts paragraphs, a single new line breaks the line; lines that start with "- ", "* " or "• " are a
    /// bullet list, lines that start with "1. ", "2. " and so on a numbered one.
    /// </summary>
    public static IReadOnlyList<Block> ToBlocks(string? text)
    {
        var blocks = new List<Block>();
        var lines = new List<string>();
        var kind = Kind.Paragraph;
        foreach (var typed in CleanText.Of(text ?? string.Empty).Split('\n'))
        {
            var (next, content) = Read(typed.Trim());
            if (next != kind || content.Length == 0)
            {
                Add(blocks, kind, lines);
            }

            kind = next;
            if (content.Length > 0)
            {
                lines.Add(content);
            }
        }

        Add(blocks, kind, lines);
        return blocks;
    }

    private static (Kind Kind, string Content) Read(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal))
        {
            return (Kind.Bullets, line[2..].TrimStart());
        }

        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var numbered = digits is > 0 and < 3 && line.AsSpan(digits).StartsWith(". ");
        return numbered ? (Kind.Numbers, line[(digits + 2)..].TrimStart()) : (Kind.Paragraph, line);
    }

    private static void Add(List<Block> blocks, Kind kind, List<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        blocks.Add(kind switch
        {
            Kind.Paragraph => new Paragraph(string.Join('\n', lines)),
            Kind.Bullets => new BulletList([.. lines.Select(line => new ListItem(line))]),
            Kind.Numbers => new NumberedList([.. lines.Select(line => new ListItem(line))]),
            _ => throw new InvalidOperationException($"Unknown kind {kind}."),
        });
        lines.Clear();
    }

    private enum Kind
    {
        Paragraph,
        Bullets,
        Numbers,
    }
}
