using System.Globalization;
using System.Text;

namespace TechAssist.Reports.Pdf.Typesetting;

/// <summary>Breaks text into lines of a given width, flush left.</summary>
/// <param name="target">Resolves the address of a link; null when it leads nowhere.</param>
internal sealed class Typesetter(Func<string?, string?> target)
{
    public TextLine[] Lines(RichText text, TextStyle style, float width)
    {
        var (characters, spans) = Flatten(text, style);
        var lines = new LineFiller(style, Math.Max(width, style.Size));
        for (var start = 0; start < characters.Length;)
        {
            var end = LineBreaks.Next(characters, start);
            AddWord(lines, characters.AsSpan(start, end - start), spans, start);
            start = end;
        }

        return lines.Finish();
    }

    public TextLine Line(string text, TextStyle style) =>
        Lines(CleanText.Line(text), style, float.MaxValue) is [var line, ..] ? line : new TextLine(style, [], 0);

    /// <summary>Width of the longest word and of the whole text on one line.</summary>
    public (float Longest, float Whole) Measure(RichText text, TextStyle style)
    {
        var (characters, spans) = Flatten(text, style);
        var (longest, whole, line) = (0f, 0f, 0f);
        for (var start = 0; start < characters.Length;)
        {
            var end = LineBreaks.Next(characters, start);
            var word = characters.AsSpan(start, end - start);
            var width = Words(word.TrimEnd(), spans, start).Sum(part => part.Width(style));
            longest = Math.Max(longest, width);
            whole = Math.Max(whole, line + width);
            line = word[^1] == '\n' ? 0 : line + width + (style.Size * 0.26f);
            start = end;
        }

        return (longest, whole);
    }

    private static void AddWord(LineFiller lines, ReadOnlySpan<char> word, List<(int End, Span Span)> spans, int at)
    {
        var ink = word.TrimEnd(" \n");
        var words = Words(ink, spans, at);
        var width = words.Sum(part => part.Width(lines.Style));
        if (width > lines.Width)
        {
            lines.BreakBefore(width);
            foreach (var part in words.SelectMany(part => Elements(part)))
            {
                lines.BreakBefore(part.Width(lines.Style));
                lines.Add(part);
            }
        }
        else
        {
            lines.BreakBefore(width);
            words.ForEach(lines.Add);
        }

        var spaces = word[ink.Length..].TrimEnd('\n');
        if (spaces.Length > 0)
        {
            lines.AddSpace(Words(spaces, spans, at + ink.Length));
        }

        if (word[^1] == '\n')
        {
            lines.Break();
        }
    }

    private static List<Word> Words(ReadOnlySpan<char> text, List<(int End, Span Span)> spans, int at)
    {
        var words = new List<Word>(1);
        var index = SpanAt(spans, at);
        while (text.Length > 0)
        {
            var length = Math.Min(text.Length, spans[index].End - at);
            words.Add(new Word(spans[index].Span.Face.Shape(text[..length]), spans[index].Span));
            text = text[length..];
            at += length;
            index++;
        }

        return words;
    }

    private static int SpanAt(List<(int End, Span Span)> spans, int at)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].End > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>A word longer than a line breaks between characters, never within one.</summary>
    private static IEnumerable<Word> Elements(Word part)
    {
        var elements = StringInfo.GetTextElementEnumerator(part.Text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            yield return new Word(part.Span.Face.Shape(element), part.Span);
        }
    }

    private (string Characters, List<(int End, Span Span)> Spans) Flatten(RichText text, TextStyle style)
    {
        var characters = new StringBuilder();
        var spans = new List<(int End, Span Span)>();
        foreach (var inline in text)
        {
            var face = style.FaceFor(inline.Style);
            var slanted = inline.Style.HasFlag(InlineStyle.Bold | InlineStyle.Italic) && style.Bold != style.Face;
            var leads = target(inline.Href);
            foreach (var (shown, run) in FaceRuns.Split(CleanText.Of(inline.Text), face))
            {
                characters.Append(run);
                spans.Add((characters.Length, new Span(shown, slanted, leads)));
            }
        }

        return (characters.ToString(), spans);
    }
}
