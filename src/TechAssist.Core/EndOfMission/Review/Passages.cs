using System.Text;
using TechAssist.Core.Documents;
using TechAssist.Reports;

namespace TechAssist.Core.EndOfMission.Review;

/// <summary>Finds quoted words in a report: as they are read, whatever their blanks and line breaks, without the marks of Markdown. Pure.</summary>
public static class Passages
{
    /// <summary>Where the words of a new remark stand; null where there is no quote, or they do not stand anywhere.</summary>
    public static Passage? Locate(ReportContent content, CommentOnReportInput input)
    {
        if (Blank.ToNull(input.Quote) is not { } quote)
        {
            return null;
        }

        var texts = ReportTexts.Of(content);
        var fields = texts.Keys.OrderBy(field => field != input.Field).ThenBy(field => ReportSections.Of(field) != input.Section);
        return fields.Select(field => new Passage(field, Squeeze(quote).Text.Trim(), input.Before, input.After))
            .FirstOrDefault(passage => Find(Plain(texts[passage.Field]), passage) is not null);
    }

    /// <summary>The field in which a passage stands now: where it stood, or elsewhere in its section when rows moved.</summary>
    /// <returns>Null when the words changed or are gone.</returns>
    public static string? FieldOf(IReadOnlyDictionary<string, string> texts, Passage passage)
    {
        if (texts.TryGetValue(passage.Field, out var text) && Find(Plain(text), passage) is not null)
        {
            return passage.Field;
        }

        var section = ReportSections.Of(passage.Field);
        return texts.Where(other => ReportSections.Of(other.Key) == section && Find(Plain(other.Value), passage) is not null).Select(other => other.Key).FirstOrDefault();
    }

    /// <summary>The stretch of a text in which the words stand; where they stand several times, the one whose surroundings fit best.</summary>
    /// <param name="text">As it is read, without Markdown.</param>
    /// <param name="passage">The words.</param>
    public static (int Start, int Length)? Find(string text, Passage passage)
    {
        var (squeezed, at) = Squeeze(text);
        var quote = Squeeze(passage.Quote).Text.Trim();
        (int Start, int Fit) best = (-1, -1);
        for (var start = quote.Length == 0 ? -1 : squeezed.IndexOf(quote, StringComparison.Ordinal); start >= 0; start = squeezed.IndexOf(quote, start + 1, StringComparison.Ordinal))
        {
            var fit = Fit(squeezed[..start], squeezed[(start + quote.Length)..], passage);
            best = fit > best.Fit ? (start, fit) : best;
        }

        return best.Start < 0 ? null : (at[best.Start], at[best.Start + quote.Length - 1] + 1 - at[best.Start]);
    }

    /// <summary>A typed text as it is read: a line for each paragraph, each entry of a list and each cell of a table.</summary>
    public static string Plain(string text) => string.Join('\n', MarkdownBlocks.Of(text).SelectMany(Lines).Select(line => string.Concat(line.Select(inline => inline.Text))));

    /// <summary>The texts of a block in the order in which they are read.</summary>
    public static IEnumerable<RichText> Lines(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Quote quote => [quote.Text],
        ListBlock list => list.Items.SelectMany(item => new[] { item.Text }.Concat(item.Nested is { } inner ? Lines(inner) : [])),
        Table table => [.. table.Columns.Select(column => (RichText)column.Header), .. table.Rows.SelectMany(row => row)],
        _ => [],
    };

    private static int Fit(string before, string after, Passage passage)
    {
        var (wanted, follows) = (Squeeze(passage.Before ?? "").Text, Squeeze(passage.After ?? "").Text);
        var fit = 0;
        while (fit < Math.Min(wanted.Length, before.Length) && wanted[^(fit + 1)] == before[^(fit + 1)])
        {
            fit++;
        }

        return fit + follows.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
    }

    /// <summary>Every run of blanks and breaks as one blank, with the place each character had.</summary>
    private static (string Text, List<int> At) Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        var at = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isBlank = char.IsWhiteSpace(text[index]);
            if (!isBlank || squeezed.Length == 0 || squeezed[^1] != ' ')
            {
                squeezed.Append(isBlank ? ' ' : text[index]);
                at.Add(index);
            }
        }

        return (squeezed.ToString(), at);
    }
}
