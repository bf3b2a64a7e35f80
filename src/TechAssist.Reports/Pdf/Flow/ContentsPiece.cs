using SkiaSharp;
using TechAssist.Reports.Fonts;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf.Flow;

/// <summary>An entry of the contents: number, title, a thin line, the page. The whole entry is a link.</summary>
internal sealed class ContentsPiece : FlowPiece
{
    private const float Column = 30;
    private const float PageColumn = 34;

    private readonly NumberedHeading _heading;
    private readonly Typesetter _typesetter;
    private readonly Func<string, int> _pageOf;
    private readonly TextLine[] _title;
    private readonly TextStyle _style;

    /// <param name="heading">What the entry leads to.</param>
    /// <param name="typesetter">Sets title and number.</param>
    /// <param name="pageOf">The page of an anchor; asked when drawn, for then the pages are counted.</param>
    public ContentsPiece(NumberedHeading heading, Typesetter typesetter, Func<string, int> pageOf)
    {
        var first = heading.Heading.Level == 1;
        _style = first ? Theme.Body with { Face = FontFace.SemiBold } : Theme.Body;
        (_heading, _typesetter, _pageOf) = (heading, typesetter, pageOf);
        _title = typesetter.Lines(heading.Text, _style, Theme.Right - X - PageColumn);
        (Before, After) = (first ? 9 : 2.5f, 2.5f);
        KeepsWithNext = first;
    }

    public override float Height => _title.Sum(line => line.Height);

    private float X => Theme.Left + (_heading.Heading.Level == 1 ? 0 : Column);

    public override void Draw(Pen pen, float top)
    {
        if (_heading.Number is not null)
        {
            var number = _typesetter.Line(_heading.Number, _style with { Color = Theme.Accent });
            pen.Text(number, _heading.Heading.Level == 1 ? Theme.Margin : Theme.Left, top);
        }

        var bottom = pen.Text(_title, X, top);
        var page = _typesetter.Line(_pageOf(_heading.Anchor).ToString(System.Globalization.CultureInfo.InvariantCulture), _style);
        var last = bottom - _style.Leading;
        pen.TextRight(page, Theme.Right, last);
        if (_title.Length > 0)
        {
            var (left, right) = (X + _title[^1].Width + 6, Theme.Right - page.Width - 6);
            pen.Rule(left, Math.Max(left, right), last + _style.Baseline - 0.2f, 0.4f, Theme.Rule);
        }

        pen.Link(new SKRect(Theme.Margin, top, Theme.Right, bottom), "#" + _heading.Anchor);
    }
}
