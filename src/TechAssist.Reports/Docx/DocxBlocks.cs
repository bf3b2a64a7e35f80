using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>Turns the blocks of a document into elements of Word.</summary>
internal sealed class DocxBlocks(
    Document document, Numbering numbering, DocxNumbering lists, DocxText text, DocxTables tables, DocxPictures pictures, Words words)
{
    public IEnumerable<OpenXmlElement> Elements() => document.Blocks.SelectMany((block, index) => Elements(block, index));

    private IEnumerable<OpenXmlElement> Elements(Block block, int index) => block switch
    {
        Reports.Heading => [Heading(index)],
        Paragraph paragraph => [text.Paragraph("Normal", paragraph.Text, Keep(paragraph))],
        ListBlock list => List(list, 0),
        Table table => tables.Table(table, table.Caption is null ? null : numbering.Caption(index)),
        Facts { Rows.Count: 0 } => [],
        Facts facts => [tables.Facts(facts.Rows), DocxTables.After()],
        Image image => Figure(image, index),
        Chart chart => Figure(chart, index),
        Callout callout => Note(callout),
        Quote quote => Quote(quote),
        PageBreak => [DocxFrame.PageBreak()],
        Certificate certificate => Certificate(certificate, index),
        Signature signature => signature.Signatories.Chunk(2).SelectMany(Signatures),
        _ => throw new BlockException(index, block, "the Word renderer does not know this kind of block."),
    };

    private static OpenXmlElement[] Keep(Paragraph paragraph) =>
        paragraph.Text.Plain.AsSpan().TrimEnd().EndsWith(':') ? [new KeepNext()] : [];

    private W.Paragraph Heading(int index)
    {
        var heading = numbering.Heading(index);
        // A heading outside the numbering takes off what its style gives.
        OpenXmlElement[] properties = heading.Number is null && document.NumberHeadings && document.Letter is null
            ? [new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 0 }), new Indentation { Left = "0", FirstLine = "0" }]
            : [];
        var paragraph = text.Paragraph($"Heading{heading.Heading.Level}", RichText.Empty, properties);
        var id = DocxFrame.Number(index + 1);
        paragraph.Append(new BookmarkStart { Id = id, Name = heading.Anchor });
        paragraph.Append(DocxText.Run(heading.Text));
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> List(ListBlock list, int level)
    {
        var id = lists.For(list);
        foreach (var item in list.Items)
        {
            var last = level == 0 && item == list.Items[^1] && item.Nested is null;
            yield return text.Paragraph(
                "ListParagraph",
                item.Text,
                [
                    new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = id }),
                    .. last ? [new SpacingBetweenLines { After = "160" }] : Array.Empty<OpenXmlElement>(),
                ]);
            foreach (var nested in item.Nested is null ? [] : List(item.Nested, level + 1))
            {
                yield return nested;
            }
        }
    }

    private IEnumerable<OpenXmlElement> Figure(Image image, int index)
    {
        yield return new W.Paragraph(
            new ParagraphProperties(image.Caption is null ? [] : [new KeepNext(), new SpacingBetweenLines { Before = "240", After = "0" }]),
            pictures.Add(image, index));
        if (image.Caption is not null)
        {
            yield return tables.Caption("FigureCaption", "Figure", numbering.Caption(index), image.Caption);
        }
    }

    private IEnumerable<OpenXmlElement> Figure(Chart chart, int index) =>
    [
        new W.Paragraph(new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "0" }), pictures.Add(chart, words)),
        tables.Caption("FigureCaption", "Figure", numbering.Caption(index), chart.Caption),
    ];

    private IEnumerable<OpenXmlElement> Note(Callout callout)
    {
        if (callout.Title is not null)
        {
            yield return text.Paragraph("NoteTitle", callout.Title);
        }

        yield return text.Paragraph("Note", callout.Text);
        yield return DocxTables.After();
    }

    private IEnumerable<OpenXmlElement> Quote(Quote quote)
    {
        yield return text.Paragraph("Quote", quote.Text, new KeepNext());
        if (quote.Source is not null)
        {
            yield return text.Paragraph("QuoteSource", quote.Source, new KeepNext());
        }
    }

    private IEnumerable<OpenXmlElement> Certificate(Certificate certificate, int index) =>
    [
        .. index == 0 ? Array.Empty<W.Paragraph>() : [DocxFrame.PageBreak()],
        text.Paragraph("Letterhead", certificate.Issuer),
        text.Paragraph("Kind", CleanText.Line(certificate.Kind), new SpacingBetweenLines { Before = "1200", After = "600" }),
        .. Quiet(certificate.Above),
        text.Paragraph("Title", CleanText.Line(certificate.Name)),
        .. Quiet(certificate.Below),
        text.Paragraph("Normal", certificate.Text, new SpacingBetweenLines { Before = "400", After = "300" }),
        .. certificate.Facts.Count == 0 ? Array.Empty<OpenXmlElement>() : [tables.Facts(certificate.Facts), DocxTables.After()],
        .. Quiet(certificate.IssuedAt),
        .. certificate.Signatories.Chunk(2).SelectMany(Signatures),
    ];

    private W.Paragraph[] Quiet(string? words) => string.IsNullOrEmpty(words) ? [] : [text.Paragraph("Normal", words)];

    private IEnumerable<OpenXmlElement> Signatures(Signatory[] pair)
    {
        yield return DocxTables.Sides(Signatory(pair[0]), pair.Length > 1 ? Signatory(pair[1]) : []);
        yield return DocxTables.After();
    }

    private W.Paragraph[] Signatory(Signatory who) =>
    [
        text.Paragraph("Address", Inline.Bold(who.Name), new KeepNext(), new SpacingBetweenLines { Before = "800" }),
        .. who.Lines(words).Select(line => text.Paragraph("TableLabel", line)),
    ];
}
