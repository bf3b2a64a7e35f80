using TechAssist.Reports.Pdf.Flow;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>What stands around the body of a letter: addresses, date, references, subject, enclosures.</summary>
internal sealed class LetterFrame(Document document, Letter letter, Typesetter typesetter, Words words)
{
    private const float Side = 200;

    public IEnumerable<FlowPiece> Head()
    {
        yield return new TextPiece(typesetter.Lines(document.Organisation, Theme.Title(14), Theme.TextWidth - (document.Logo is null ? 0 : Side))) { After = document.Logo is null ? 7 : 14 };
        yield return new RulePiece(Theme.Right, 0.9f) { After = 9 };
        yield return new SidesPiece(Lines(letter.Sender, Theme.Small with { Leading = Theme.Body.Leading }), Lines(letter.Recipient, Theme.Body)) { After = 26 };
        yield return new SidesPiece([], typesetter.Lines(words.PlaceAndDay(letter.Place, document.IssuedOn), Theme.Body, Side + 20)) { After = 22 };
        foreach (var row in document.LetterRows(words))
        {
            yield return Labelled(row, 0);
        }

        yield return new TextPiece(typesetter.Lines(
            [Inline.Bold(words.Label(words["Subject"]) + "\u00A0"), Inline.Bold(CleanText.Line(document.Title))], Theme.Body, Theme.TextWidth))
        {
            Before = 10,
            After = 20,
            KeepsWithNext = true,
        };
    }

    public IEnumerable<FlowPiece> Foot() =>
        letter.LetterFoot(words).Select((row, i) => Labelled(row, i == 0 ? 22 : 8));

    private TextPiece Labelled(Fact row, float before) =>
        new(typesetter.Lines(row.Value, Theme.Small with { Color = Theme.Ink }, Theme.TextWidth - 90))
        {
            Before = before,
            Indent = 90,
            Mark = typesetter.Line(words.Label(row.Label), Theme.Small),
            MarkX = Theme.Left,
        };

    private TextLine[] Lines(IEnumerable<string> lines, TextStyle style) =>
        [.. lines.SelectMany(line => typesetter.Lines(CleanText.Line(line), style, Side))];
}
