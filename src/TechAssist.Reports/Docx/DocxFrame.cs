using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>What stands around the body in Word: cover, contents, the head of a letter, header and footer.</summary>
internal sealed class DocxFrame(Document document, Numbering numbering, DocxText text, DocxTables tables, Words words)
{
    /// <summary>Between the margins of an A4 page, in twentieths of a point.</summary>
    public const int TextWidth = 11906 - LeftMargin - RightMargin;
    private const int LeftMargin = 1920;
    private const int RightMargin = 1240;

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public IEnumerable<OpenXmlElement> Cover() =>
    [
        text.Paragraph("Organisation", document.Organisation),
        .. document.Kind is null ? Array.Empty<W.Paragraph>() : [text.Paragraph("Kind", document.Kind)],
        text.Paragraph("Title", CleanText.Line(document.Title)),
        .. document.Subtitle is null ? Array.Empty<W.Paragraph>() : [text.Paragraph("Subtitle", document.Subtitle)],
        tables.Facts(document.CoverRows(words)),
        PageBreak(),
    ];

    /// <summary>The head of the first page where there is no cover.</summary>
    public IEnumerable<OpenXmlElement> Head() =>
    [
        text.Paragraph("Letterhead", document.Organisation),
        text.Paragraph("Kind", CleanText.Line(document.Kind ?? document.Title)),
        text.Paragraph("Normal", Inline.Bold(CleanText.Line(document.Title))),
        .. document.Subtitle is null ? Array.Empty<W.Paragraph>() : [text.Paragraph("Normal", document.Subtitle)],
        tables.Facts(document.CoverRows(words)),
        DocxTables.After(),
    ];

    public IEnumerable<OpenXmlElement> Contents()
    {
        var entries = numbering.Headings.Where(heading => heading.Heading.Level < 3).ToList();
        if (entries.Count == 0)
        {
            yield break;
        }

        yield return text.Paragraph("TOCHeading", words.Contents);
        var field = DocxText.Field("TOC \\o \"1-2\" \\h \\z \\u", string.Empty, dirty: true).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = text.Paragraph($"TOC{entries[i].Heading.Level}", RichText.Empty);
            entry.Append(i == 0 ? field[..3] : []);
            // Without page numbers until Word counts the pages: a number of ours could be wrong.
            entry.Append(new Hyperlink(DocxText.Run(entries[i].Full)) { Anchor = entries[i].Anchor, History = true });
            entry.Append(i == entries.Count - 1 ? field[^1..] : []);
            yield return entry;
        }

        yield return PageBreak();
    }

    public IEnumerable<OpenXmlElement> LetterHead(Letter letter)
    {
        yield return text.Paragraph("Letterhead", document.Organisation);
        yield return DocxTables.Sides(
            [text.Paragraph("Address", string.Join('\n', letter.Sender))], [text.Paragraph("Address", string.Join('\n', letter.Recipient))]);
        yield return text.Paragraph(
            "Normal",
            words.PlaceAndDay(letter.Place, document.IssuedOn),
            new SpacingBetweenLines { Before = "320", After = "280" },
            new Indentation { Left = Number(TextWidth / 2) });
        if (document.LetterRows(words) is { Count: > 0 } rows)
        {
            yield return tables.Facts(rows);
        }

        RichText subject = [Inline.Bold($"{words.Label(words["Subject"])} "), Inline.Bold(CleanText.Line(document.Title))];
        yield return text.Paragraph("Normal", subject, new KeepNext(), new SpacingBetweenLines { Before = "200", After = "240" });
    }

    public IEnumerable<OpenXmlElement> LetterFoot(Letter letter) =>
        letter.LetterFoot(words) is { Count: > 0 } rows ? [tables.Facts(rows)] : [];

    /// <summary>A4; the first page has neither header nor, on a cover, footer.</summary>
    public SectionProperties Section(MainDocumentPart main)
    {
        var left = string.Join(" · ", new[] { document.Organisation, document.Confidentiality }.OfType<string>());
        var header = main.AddNewPart<HeaderPart>("rIdHeader");
        var isBare = document is { Letter: null, Layout: PageLayout.Bare };
        header.Header = new Header(isBare ? Mark(header) : Sides("Header", document.Title, [DocxText.Run(document.Reference ?? string.Empty)]));
        var footer = main.AddNewPart<FooterPart>("rIdFooter");
        footer.Footer = new Footer(isBare ? text.Paragraph("Footer", RichText.Empty) : Sides("Footer", left, PageOf()));
        var first = main.AddNewPart<HeaderPart>("rIdFirstHeader");
        first.Header = new Header(Mark(first));
        var firstFooter = main.AddNewPart<FooterPart>("rIdFirstFooter");
        firstFooter.Footer = new Footer(document is { Letter: null, Layout: not PageLayout.Sheet } ? text.Paragraph("Footer", RichText.Empty) : Sides("Footer", left, PageOf()));
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" },
            new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdFirstHeader" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooter" },
            new FooterReference { Type = HeaderFooterValues.First, Id = "rIdFirstFooter" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1700, Bottom = 1560, Left = LeftMargin, Right = RightMargin, Header = 800, Footer = 700, Gutter = 0 },
            new TitlePage());
    }

    /// <summary>The issuer's mark, where there is one.</summary>
    private W.Paragraph Mark(HeaderPart header)
    {
        var line = text.Paragraph("Header", RichText.Empty, new Justification { Val = JustificationValues.Right });
        using var logo = Picture.Logo(document);
        line.Append(logo is null ? [] : new[] { new DocxPictures(header).Add(logo, document.Organisation) });
        return line;
    }

    public static W.Paragraph PageBreak() => new(new W.Run(new Break { Type = BreakValues.Page }));

    private W.Paragraph Sides(string style, string left, IEnumerable<W.Run> right)
    {
        var tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = TextWidth });
        var line = text.Paragraph(style, CleanText.Line(left), tabs);
        line.Append(DocxText.Tab());
        line.Append(right);
        return line;
    }

    /// <summary>"page x sur y" with the fields in the places the language wants.</summary>
    private IEnumerable<W.Run> PageOf()
    {
        var parts = words["PageOf"].Split(["{0}", "{1}"], StringSplitOptions.None);
        return [DocxText.Run(parts[0]), .. DocxText.Field("PAGE", "1"), DocxText.Run(parts[1]), .. DocxText.Field("NUMPAGES", "1"), DocxText.Run(parts[2])];
    }
}
