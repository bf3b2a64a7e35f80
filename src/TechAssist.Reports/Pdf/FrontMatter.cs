using TechAssist.Reports.Pdf.Flow;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>What stands before the body of a report: cover and contents.</summary>
internal sealed class FrontMatter(Document document, Numbering numbering, Typesetter typesetter, Words words)
{
    private const int LongestTitle = 5;

    public IEnumerable<FlowPiece> Cover()
    {
        if (document.Kind is not null)
        {
            yield return Text(document.Kind, Theme.Overline, 10);
        }

        yield return new TextPiece(Title()) { After = 12 };
        if (document.Subtitle is not null)
        {
            yield return Text(document.Subtitle, Theme.Subtitle, 0);
        }

        yield return new RulePiece(Theme.Left + 64, 2.4f) { Before = 30, After = 30 };
        yield return new TableFlow(typesetter, words).Facts(document.CoverRows(words), 142);
    }

    /// <summary>The head of the first page where there is no cover.</summary>
    public IEnumerable<FlowPiece> Head()
    {
        yield return Text(document.Organisation, Theme.Title(11), 18);
        if (document.Kind is not null)
        {
            yield return Text(document.Kind, Theme.Title(21), 5);
        }

        yield return Text(document.Title, Theme.Subtitle, 3);
        if (document.Subtitle is not null)
        {
            yield return Text(document.Subtitle, Theme.Label, 8);
        }

        yield return new TableFlow(typesetter, words).Facts(document.CoverRows(words), 142);
    }

    /// <summary>Where all fits one page, the facts stand at its foot.</summary>
    public static List<List<OnPage>> FactsAtFoot(List<List<OnPage>> cover)
    {
        if (cover is [var page])
        {
            page[^1] = page[^1] with { Top = Theme.Bottom - page[^1].Piece.Height };
        }

        return cover;
    }

    public IEnumerable<FlowPiece> Contents(Func<string, int> pageOf)
    {
        yield return Text(words.Contents, Theme.Heading(1), 16);
        foreach (var heading in numbering.Headings.Where(heading => heading.Heading.Level < 3))
        {
            yield return new ContentsPiece(heading, typesetter, pageOf);
        }
    }

    /// <summary>Large while it is short, smaller before it fills the cover.</summary>
    private TextLine[] Title()
    {
        TextLine[] lines = [];
        foreach (var size in (ReadOnlySpan<float>)[32, 27, 22, 17])
        {
            lines = typesetter.Lines(CleanText.Line(document.Title), Theme.Title(size), Theme.TextWidth);
            if (lines.Length <= LongestTitle)
            {
                break;
            }
        }

        return lines;
    }

    private TextPiece Text(string text, TextStyle style, float after) =>
        new(typesetter.Lines(CleanText.Line(text), style, Theme.TextWidth)) { After = after };
}
