using SkiaSharp;

namespace TechAssist.Reports;

/// <summary>A picture as the renderers embed it: upright, no larger than print needs, without metadata.</summary>
internal sealed record Picture(byte[] Bytes, bool IsJpeg, int Width, int Height)
{
    // 300 dots per inch across the width of the text.
    private const int LargestSide = 1800;
    private const long LargestArea = 80_000_000;
    private const int JpegQuality = 85;

    public string ContentType => IsJpeg ? "image/jpeg" : "image/png";

    /// <exception cref="BlockException">The bytes are no PNG or JPEG, are damaged, or the picture is beyond 80 megapixels.</exception>
    public static Picture Read(Image image, int index)
    {
        if (image.Width is not (> 0 and <= 1))
        {
            throw new BlockException(index, image, $"a width of {image.Width} is not above 0 and at most 1.");
        }

        using var data = SKData.CreateCopy(image.Bytes);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg))
        {
            throw new BlockException(index, image, $"the bytes of the picture \"{image.AltText}\" are not a PNG or JPEG.");
        }

        if ((long)codec.Info.Width * codec.Info.Height > LargestArea)
        {
            throw new BlockException(index, image, $"the picture \"{image.AltText}\" is larger than 80 megapixels.");
        }

        using var bitmap = new SKBitmap(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            throw new BlockException(index, image, $"the picture \"{image.AltText}\" is damaged.");
        }

        return Encode(bitmap, codec.EncodedOrigin, codec.EncodedFormat == SKEncodedImageFormat.Jpeg);
    }

    /// <summary>Size in points within a width and a height, proportions kept.</summary>
    public SKSize Fit(float width, float height)
    {
        var scale = Math.Min(width / Width, height / Height);
        return new SKSize(Width * scale, Height * scale);
    }

    private static Picture Encode(SKBitmap bitmap, SKEncodedOrigin origin, bool jpeg)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop
            or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1, LargestSide / (float)Math.Max(bitmap.Width, bitmap.Height));
        var width = Math.Max(1, (int)MathF.Round((turned ? bitmap.Height : bitmap.Width) * scale));
        var height = Math.Max(1, (int)MathF.Round((turned ? bitmap.Width : bitmap.Height) * scale));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul));
        surface.Canvas.Clear(jpeg ? SKColors.White : SKColors.Transparent);
        surface.Canvas.SetMatrix(Upright(origin, width, height));
        using var whole = SKImage.FromBitmap(bitmap);
        var area = turned ? new SKRect(0, 0, height, width) : new SKRect(0, 0, width, height);
        surface.Canvas.DrawImage(whole, area, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var upright = surface.Snapshot();
        using var encoded = upright.Encode(jpeg ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, JpegQuality);
        return new Picture(encoded.ToArray(), jpeg, width, height);
    }

    /// <summary>Turns what the camera stored sideways; width and height are those of the upright picture.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
