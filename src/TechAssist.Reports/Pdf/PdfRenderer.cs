using SkiaSharp;
using TechAssist.Reports.Pdf.Flow;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>
/// Renders a document as PDF: A4, embedded fonts, links, bookmarks, PDF/A-2b flag, the same bytes for the same
/// document. Such a PDF is not tagged: reading order and alternative texts are not in it. The accessible form
/// of a document is <see cref="Html.HtmlRenderer"/>.
/// </summary>
public static class PdfRenderer
{
    // The head of a letter starts higher than the text of a page; the title of a cover lower.
    private const float LetterTop = 52;
    private const float CoverTop = 212;
    private const float SheetTop = 52;

    /// <summary>How much of its white room a letter keeps; it gives some up rather than sign on a second page.</summary>
    private static readonly float[] Densities = [1, 0.82f, 0.66f, 0.54f];

    /// <exception cref="BlockException">A picture is no picture, or a block cannot be rendered.</exception>
    public static byte[] Render(Document document)
    {
        var words = Words.In(document.Language);
        var numbering = new Numbering(document);
        var typesetter = new Typesetter(numbering.Target);
        using var flow = new BlockFlow(document, numbering, typesetter, words);
        var pages = document.Letter is null
            ? ReportPages(document, numbering, typesetter, words, flow)
            : LetterPages(document, document.Letter, typesetter, words, flow);
        using var logo = Picture.Logo(document);
        var pdf = Draw(document, pages, new RunningLines(document, typesetter, words, logo));
        var bookmarks = numbering.Headings.Select(heading => new Bookmark(heading.Heading.Level, heading.Full, heading.Anchor));
        return PdfUpdate.Append(pdf, document.CreatedOrIssuedAt(), words.Culture.Name, [.. bookmarks]);
    }

    private static List<List<OnPage>> LetterPages(Document document, Letter letter, Typesetter typesetter, Words words, BlockFlow flow)
    {
        var frame = new LetterFrame(document, letter, typesetter, words);
        FlowPiece[] pieces = [.. frame.Head(), .. flow.Pieces(), .. frame.Foot()];
        var tries = Densities.Select(density => Paginator.Paginate(pieces, LetterTop, density)).ToList();
        return tries.Find(pages => pages.Count == 1) ?? tries[0];
    }

    private static List<List<OnPage>> ReportPages(
        Document document, Numbering numbering, Typesetter typesetter, Words words, BlockFlow flow)
    {
        var front = new FrontMatter(document, numbering, typesetter, words);
        if (document.Layout != PageLayout.Report)
        {
            return Paginator.Paginate([.. document.Layout == PageLayout.Sheet ? front.Head() : [], .. flow.Pieces()], SheetTop);
        }

        var body = Paginator.Paginate([.. flow.Pieces()]);
        var pageOf = new Dictionary<string, int>();
        var before = FrontMatter.FactsAtFoot(Paginator.Paginate([.. front.Cover()], CoverTop));
        if (numbering.Headings.Any(heading => heading.Heading.Level < 3))
        {
            before.AddRange(Paginator.Paginate([.. front.Contents(anchor => pageOf[anchor])]));
        }

        for (var page = 0; page < body.Count; page++)
        {
            foreach (var heading in body[page].Select(placed => placed.Piece).OfType<TextPiece>().Where(piece => piece.Anchor is not null))
            {
                pageOf[heading.Anchor!] = before.Count + page + 1;
            }
        }

        return [.. before, .. body];
    }

    private static byte[] Draw(Document document, List<List<OnPage>> pages, RunningLines running)
    {
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, Metadata(document)))
        using (var pen = new Pen(pdf))
        {
            for (var page = 0; page < pages.Count; page++)
            {
                pen.BeginPage();
                running.Draw(pen, page + 1, pages.Count);
                pages[page].ForEach(placed => placed.Piece.Draw(pen, placed.Top));
                pen.EndPage();
            }

            pdf.Close();
        }

        return stream.ToArray();
    }

    private static SKDocumentPdfMetadata Metadata(Document document)
    {
        var created = document.CreatedOrIssuedAt();
        return new SKDocumentPdfMetadata
        {
            Title = CleanText.Line(document.Title),
            Author = CleanText.Line(document.Author ?? document.Organisation),
            Subject = CleanText.Line(string.Join(" ", new[] { document.Kind, document.Reference }.OfType<string>())),
            Creator = "TechAssist",
            Creation = created,
            Modified = created,
            PdfA = true,
            EncodingQuality = 101,
            RasterDpi = SKDocument.DefaultRasterDpi,
        };
    }
}
