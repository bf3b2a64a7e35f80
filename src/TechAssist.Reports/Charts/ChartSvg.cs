using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SkiaSharp;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Charts;

/// <summary>
/// A chart as an inline SVG picture with a name and a description. It needs no style attribute and no script, so that the strictest
/// content policy shows it. Its numbers stand in a table beside it.
/// </summary>
public static class ChartSvg
{
    /// <summary>Narrow enough to be read on a phone.</summary>
    private const float Width = 236;

    /// <summary>A reader's font may run wider than the one that was measured.</summary>
    private const float Slack = 1.14f;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="id">Unique on the page; the names of the parts are made from it.</param>
    public static string Render(Chart chart, DocumentLanguage language, string id)
    {
        var drawing = new ChartLayout(new Typesetter(_ => null), Words.In(language), Width).Draw(chart);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" role=\"img\" aria-labelledby=\"{id}-name\" viewBox=\"0 0 {Number(drawing.Width * Slack)} {Number(drawing.Height + 1)}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-name\">{Encoder.Encode(CleanText.Line(chart.AltText))}</title>");
        foreach (var shape in drawing.Shapes)
        {
            Append(svg, shape);
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The numbers of a chart as a table: categories down, series across.</summary>
    public static Table Numbers(Chart chart, DocumentLanguage language)
    {
        var words = Words.In(language);
        return new Table(
            [new TableColumn(chart.Unit ?? "–"), .. chart.Series.Select(series => new TableColumn(series.Name, null, Alignment.End))],
            [.. chart.Categories.Select((category, at) => (IReadOnlyList<RichText>)[category, .. chart.Series.Select(series => (RichText)ChartLayout.Figure(chart, series.Values[at], words))])])
        { FirstColumnNamesRow = true };
    }

    private static void Append(StringBuilder svg, ChartShape shape)
    {
        switch (shape)
        {
            case FilledArea area:
                svg.Append(CultureInfo.InvariantCulture, $"<rect {Box(area.Area)} fill=\"{Color(area.Color)}\"/>");
                break;
            case Outline outline:
                svg.Append(CultureInfo.InvariantCulture, $"<rect {Box(outline.Area)} fill=\"none\" stroke=\"{Color(outline.Color)}\" stroke-width=\"{Number(outline.Weight)}\"/>");
                break;
            case StraightLine line:
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Number(line.From.X)} {Number(line.From.Y)}L{Number(line.To.X)} {Number(line.To.Y)}\" stroke=\"{Color(line.Color)}\" stroke-width=\"{Number(line.Weight)}\"/>");
                break;
            case ChartLabel label:
                var style = label.Line.Style;
                var weight = style.Face == Fonts.FontFace.SemiBold ? " font-weight=\"600\"" : string.Empty;
                var anchor = label.EndsAt ? " text-anchor=\"end\"" : string.Empty;
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(label.X)}\" y=\"{Number(label.Top + style.Baseline)}\" font-size=\"{Number(style.Size)}\"{weight}{anchor} fill=\"{Color(style.Color)}\">{Encoder.Encode(label.Line.Text)}</text>");
                break;
        }
    }

    private static string Box(SKRect area) => $"x=\"{Number(area.Left)}\" y=\"{Number(area.Top)}\" width=\"{Number(area.Width)}\" height=\"{Number(area.Height)}\"";

    private static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Color(SKColor color) => $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}";
}
