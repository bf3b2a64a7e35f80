using SkiaSharp;
using TechAssist.Reports.Pdf.Flow;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>Sets a certificate: a page of its own, looking like the cover of a report.</summary>
internal sealed class CertificateFlow(Typesetter typesetter, TableFlow tables)
{
    private static readonly TextStyle Text = new(12.5f, 19, Theme.Ink);
    private static readonly TextStyle Quiet = Text with { Color = Theme.Muted };

    public FlowPiece Page(Certificate certificate, FlowPiece signatures)
    {
        List<FlowPiece> body =
        [
            new TextPiece(Lines(certificate.Kind, Theme.Title(21))) { After = 34 },
            .. Optional(certificate.Above, 10),
            new TextPiece(Lines(certificate.Name, Theme.Title(certificate.Name.Length > 40 ? 24 : 32))) { After = 8 },
            .. Optional(certificate.Below, 0),
            new RulePiece(Theme.Left + 64, 2.4f) { Before = 22, After = 22 },
            new TextPiece(typesetter.Lines(certificate.Text, Text, Theme.TextWidth)) { After = 18 },
            .. certificate.Facts.Count == 0 ? Array.Empty<FlowPiece>() : [tables.Facts(certificate.Facts, 142)],
            .. Optional(certificate.IssuedAt, 0),
        ];
        return new CertificatePiece(Lines(certificate.Issuer, Theme.Title(14)), body, signatures);
    }

    private TextLine[] Lines(string text, TextStyle style) => typesetter.Lines(CleanText.Line(text), style, Theme.TextWidth);

    private TextPiece[] Optional(string? text, float after) => string.IsNullOrEmpty(text) ? [] : [new TextPiece(Lines(text, Quiet)) { After = after }];

    /// <summary>Fills the page: what it says from its upper part on, who signs at its foot.</summary>
    private sealed class CertificatePiece(TextLine[] issuer, List<FlowPiece> body, FlowPiece signatures) : FlowPiece
    {
        private const float Top = 168;

        public override float Height => Theme.Bottom - Theme.Top;

        public override void Draw(Pen pen, float top)
        {
            pen.Fill(new SKRect(0, 0, 20, Theme.PageHeight), Theme.Accent);
            pen.Text(issuer, Theme.Left, 62);
            var y = Top;
            foreach (var piece in body)
            {
                y += piece.Before;
                piece.Draw(pen, y);
                y += piece.Height + piece.After;
            }

            signatures.Draw(pen, Theme.Bottom - signatures.Height);
        }
    }
}
