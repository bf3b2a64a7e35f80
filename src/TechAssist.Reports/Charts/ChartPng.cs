using SkiaSharp;
using TechAssist.Reports.Pdf;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Charts;

/// <summary>A chart as a picture of 300 dots an inch, for what holds no drawings.</summary>
internal static class ChartPng
{
    private const float DotsAPoint = 300 / 72f;

    /// <returns>The file, and the size at which it is shown, in points.</returns>
    public static (byte[] File, SKSize Size) Draw(Chart chart, Words words, float width)
    {
        var drawing = new ChartLayout(new Typesetter(_ => null), words, width).Draw(chart);
        var (across, down) = ((int)MathF.Ceiling(drawing.Width * DotsAPoint), (int)MathF.Ceiling((drawing.Height + 1) * DotsAPoint));
        using var surface = SKSurface.Create(new SKImageInfo(across, down, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(DotsAPoint);
        using (var pen = new Pen(surface.Canvas))
        {
            pen.Chart(drawing, 0, 0);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return (data.ToArray(), new SKSize(across / DotsAPoint, down / DotsAPoint));
    }
}
