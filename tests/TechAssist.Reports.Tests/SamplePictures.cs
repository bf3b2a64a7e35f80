using SkiaSharp;

namespace TechAssist.Reports.Tests;

internal static class SamplePictures
{
    /// <summary>A chart as a caller would draw it; without letters, for the tests carry no font.</summary>
    public static byte[] BarChart()
    {
        using var surface = SKSurface.Create(new SKImageInfo(1200, 420));
        surface.Canvas.Clear(SKColors.White);
        using var bar = new SKPaint { Color = new SKColor(0x12, 0x4E, 0x5B) };
        using var grid = new SKPaint { Color = new SKColor(0xD5, 0xDC, 0xDE) };
        for (var x = 0; x <= 4; x++)
        {
            surface.Canvas.DrawRect(10 + (x * 285), 0, 2, 420, grid);
        }

        var months = new[] { 2, 4, 6, 9, 14, 18, 27, 41 };
        for (var i = 0; i < months.Length; i++)
        {
            surface.Canvas.DrawRect(10, 10 + (i * 51), months[i] * 28, 32, bar);
        }

        return Encode(surface, SKEncodedImageFormat.Png);
    }

    /// <summary>A plain picture of that size.</summary>
    public static byte[] Plain(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.SteelBlue);
        return Encode(surface, format);
    }

    private static byte[] Encode(SKSurface surface, SKEncodedImageFormat format)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }
}
