using TechAssist.Reports.Charts;
using TechAssist.Reports.Pdf.Flow;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>Turns the blocks of a document into pieces. Holds the decoded pictures until it is disposed.</summary>
internal sealed class BlockFlow(Document document, Numbering numbering, Typesetter typesetter, Words words) : IDisposable
{
    private const float ParagraphGap = 7;

    private readonly TableFlow _tables = new(typesetter, words);
    private readonly Pictures _pictures = new(document);

    public IEnumerable<FlowPiece> Pieces() => document.Blocks.SelectMany((block, index) => Pieces(block, index));

    public void Dispose() => _pictures.Dispose();

    private IEnumerable<FlowPiece> Pieces(Block block, int index) => block switch
    {
        Reports.Heading => [Heading(numbering.Heading(index))],
        Paragraph paragraph => [Paragraph(paragraph, document.Blocks.Skip(index + 1).Take(2).Any(next => next is Signature))],
        ListBlock list => List(list, 0),
        Table table => [_tables.Table(table, table.Caption is null ? 0 : numbering.Caption(index))],
        Facts { Rows.Count: 0 } => [],
        Facts facts => [_tables.Facts(facts.Rows)],
        Image image => [Figure(image, index)],
        Chart chart => [Figure(chart, index)],
        Callout callout => [Box([.. Optional(callout.Title, Theme.Strong), .. BoxLines(callout.Text, Theme.Body)], true)],
        // What is quoted is answered below it: an objective and what was found about it.
        Quote quote => [Box([.. BoxLines(quote.Text, Theme.QuoteText), .. Optional(quote.Source, Theme.Small)], false, keepsWithNext: true)],
        PageBreak => [new BreakPiece()],
        Certificate certificate => [new CertificateFlow(typesetter, _tables).Page(certificate, Signatures([.. certificate.Signatories.Take(2)]))],
        Signature signature => signature.Signatories.Chunk(2).Select(Signatures),
        _ => throw new BlockException(index, block, "the PDF renderer does not know this kind of block."),
    };

    private TextPiece Heading(NumberedHeading heading)
    {
        var level = heading.Heading.Level;
        var style = Theme.Heading(level);
        return new TextPiece(typesetter.Lines(heading.Text, style, Theme.TextWidth))
        {
            Before = level switch { 1 => 30, 2 => 20, _ => 14 },
            After = level switch { 1 => 9, 2 => 5, _ => 3 },
            KeepsWithNext = true,
            Mark = heading.Number is null ? null : typesetter.Line(heading.Number, style),
            MarkX = Theme.Margin,
            Anchor = heading.Anchor,
        };
    }

    // A signature never stands on a page of its own: the last words go with it.
    private TextPiece Paragraph(Paragraph paragraph, bool isSigned) =>
        new(typesetter.Lines(paragraph.Text, Theme.Body, Theme.TextWidth))
        {
            After = ParagraphGap,
            KeepsWithNext = isSigned || paragraph.Text.Plain.AsSpan().TrimEnd().EndsWith(':'),
        };

    private IEnumerable<FlowPiece> List(ListBlock list, int level)
    {
        var indent = Theme.ListIndent * (level + 1);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = list.Items[i];
            var last = i == list.Items.Count - 1;
            var mark = list is NumberedList ? Number(i, level) : level == 0 ? "•" : "–";
            yield return new TextPiece(typesetter.Lines(item.Text, Theme.Body, Theme.TextWidth - indent))
            {
                Indent = indent,
                Mark = typesetter.Line(mark, level > 0 ? Theme.BodyMuted : list is NumberedList ? Theme.Strong : Theme.Bullet),
                MarkX = Theme.Left + indent - Theme.ListIndent + 1,
                After = level == 0 && last && item.Nested is null ? ParagraphGap + 1 : 3,
            };
            foreach (var nested in item.Nested is null ? [] : List(item.Nested, level + 1))
            {
                yield return nested;
            }
        }
    }

    private string Number(int index, int level) => level == 0
        ? string.Create(words.Culture, $"{index + 1}.")
        : string.Create(words.Culture, $"{(char)('a' + (index % 26))})");

    private PicturePiece Figure(Image block, int index)
    {
        var picture = _pictures.At(index);
        var caption = block.Caption is null ? [] : _tables.Caption(words.Numbered("Figure", numbering.Caption(index)), block.Caption);
        var room = Theme.Bottom - Theme.Top - 6 - caption.Sum(line => line.Height);
        return new PicturePiece(picture, picture.Fit(Theme.TextWidth * (float)block.Width, room), caption) { Before = 12, After = 15 };
    }

    private ChartPiece Figure(Chart chart, int index)
    {
        var drawing = new ChartLayout(typesetter, words, Theme.TextWidth).Draw(chart);
        return new ChartPiece(drawing, _tables.Caption(words.Numbered("Figure", numbering.Caption(index)), chart.Caption)) { Before = 14, After = 15 };
    }

    private TextLine[] BoxLines(RichText text, TextStyle style) =>
        typesetter.Lines(text, style, Theme.TextWidth - (2 * BoxPiece.PaddingX));

    private TextLine[] Optional(string? text, TextStyle style) => text is null ? [] : BoxLines(text, style);

    private static BoxPiece Box(IReadOnlyList<TextLine> lines, bool tinted, bool keepsWithNext = false) =>
        new(lines, tinted) { Before = 12, After = 14, KeepsWithNext = keepsWithNext };

    private SidesPiece Signatures(Signatory[] pair) => new(pair.Length > 0 ? Signatory(pair[0]) : [], pair.Length > 1 ? Signatory(pair[1]) : [])
    {
        SigningRoom = 48,
        Before = 14,
        After = 18,
        // Who gets a copy is told where the letter is signed.
        KeepsWithNext = document.Letter is not null,
    };

    private TextLine[] Signatory(Signatory who)
    {
        const float width = 190;
        return
        [
            .. typesetter.Lines(Inline.Bold(who.Name), Theme.Body, width),
            .. who.Lines(words).SelectMany(line => typesetter.Lines(line, Theme.Small, width)),
        ];
    }
}
