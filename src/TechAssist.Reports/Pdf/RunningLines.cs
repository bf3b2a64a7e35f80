using SkiaSharp;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>Header and footer of every page but the first; the first page of a longer letter has the footer. The issuer's mark stands at
/// the head of the first page.</summary>
internal sealed class RunningLines(Document document, Typesetter typesetter, Words words, Picture? logo)
{
    private const float HeaderY = 46;
    private const float FooterY = Theme.PageHeight - 50;
    private const float LogoTop = 30;
    private const float LogoHeight = 46;
    private const float LogoWidth = 150;

    // Numbers of headings hang in the margin of a report; a letter has none.
    private readonly float _left = document.Letter is null ? Theme.Margin : Theme.Left;

    /// <param name="pen">Draws on that page.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pages">How many there are, cover and contents included.</param>
    public void Draw(Pen pen, int page, int pages)
    {
        var isBare = document is { Letter: null, Layout: PageLayout.Bare };
        if (logo is not null && (page == 1 || isBare))
        {
            var size = logo.Fit(LogoWidth, LogoHeight);
            pen.Picture(logo, SKRect.Create(Theme.Right - size.Width, LogoTop, size.Width, size.Height));
        }

        if (isBare)
        {
            return;
        }

        if (page == 1 && document is { Letter: null, Layout: PageLayout.Report })
        {
            DrawCover(pen);
            return;
        }

        if (page > 1)
        {
            var reference = typesetter.Line(document.Reference ?? string.Empty, Theme.Running);
            pen.TextRight(reference, Theme.Right, HeaderY);
            pen.Text(Fit(document.Title, Theme.Right - _left - reference.Width - 20), _left, HeaderY);
            pen.Rule(_left, Theme.Right, HeaderY + 15, 0.4f, Theme.Rule);
        }

        if (pages > 1)
        {
            var number = typesetter.Line(words.PageOf(page, pages), Theme.Running);
            pen.TextRight(number, Theme.Right, FooterY);
            var left = string.Join(" · ", new[] { document.Organisation, document.Confidentiality }.OfType<string>());
            pen.Text(Fit(left, Theme.Right - _left - number.Width - 20), _left, FooterY);
        }
    }

    private void DrawCover(Pen pen)
    {
        pen.Fill(new SKRect(0, 0, 20, Theme.PageHeight), Theme.Accent);
        pen.Text(typesetter.Lines(document.Organisation, Theme.Title(14), Theme.TextWidth - (logo is null ? 0 : LogoWidth)), Theme.Left, 62);
    }

    /// <summary>The text on one line, cut short where it is too long.</summary>
    private TextLine Fit(string text, float width)
    {
        var lines = typesetter.Lines(CleanText.Line(text), Theme.Running, width - 8);
        return lines.Length < 2 ? lines.FirstOrDefault() ?? new TextLine(Theme.Running, [], 0) : Shortened(lines[0]);
    }

    private TextLine Shortened(TextLine line)
    {
        var dots = typesetter.Line("…", Theme.Running);
        return line with { Runs = [.. line.Runs, dots.Runs[0] with { X = line.Width }], Width = line.Width + dots.Width };
    }
}
