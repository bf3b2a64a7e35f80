using TechAssist.Reports.Pdf.Flow;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>What stands around the body of a letter: addresses, date, references, subject, enclosures.</summary>
internal sealed class LetterFrame(Document document, Letter letter, Typesetter typesetter, Words words)
{
    private const float Side = 200;

    public IEnumerable<FlowPiece> Head()
    {
        yield return new TextPiece(typesetter.Lines(document.Organisation, Theme.Title(14), Theme.TextWidth)) { After = 7 };
        yield return new RulePiece(Theme.Right, 0.9f) { After = 9 };
        yield return new SidesPiece(Lines(letter.Sender, Theme.Small), Lines(letter.Recipient, Theme.Body)) { After = 34 };
        yield return new SidesPiece([], typesetter.Lines(words.PlaceAndDay(letter.Place, document.IssuedOn), Theme.Body, Side + 20)) { After = 28 };
        foreach (var (label, value) in References())
        {
            yield return Labelled(label, value, Theme.Small, 0);
        }

        yield return new TextPiece(typesetter.Lines(
            [Inline.Bold(words.Label(words["Subject"]) + "\u00A0"), Inline.Bold(CleanText.Line(document.Title))], Theme.Body, Theme.TextWidth))
        {
            Before = 10,
            After = 20,
            KeepsWithNext = true,
        };
    }

    public IEnumerable<FlowPiece> Foot()
    {
        var before = 22f;
        foreach (var (label, entries) in new[] { ("Enclosures", letter.Enclosures), ("CopiesTo", letter.CopiesTo) })
        {
            if (entries.Count > 0)
            {
                yield return Labelled(words[label], string.Join("\n", entries), Theme.Small, before);
                before = 8;
            }
        }
    }

    private IEnumerable<(string Label, string Value)> References()
    {
        if (document.Reference is not null)
        {
            yield return (words["OurReference"], document.Reference);
        }

        if (letter.YourReference is not null)
        {
            yield return (words["YourReference"], letter.YourReference);
        }

        if (document.Confidentiality is not null)
        {
            yield return (words["Confidentiality"], document.Confidentiality);
        }
    }

    private TextPiece Labelled(string label, string value, TextStyle style, float before) =>
        new(typesetter.Lines(value, style with { Color = Theme.Ink }, Theme.TextWidth - 90))
        {
            Before = before,
            Indent = 90,
            Mark = typesetter.Line(words.Label(label), style),
            MarkX = Theme.Left,
        };

    private TextLine[] Lines(IEnumerable<string> lines, TextStyle style) =>
        [.. lines.SelectMany(line => typesetter.Lines(CleanText.Line(line), style, Side))];
}
