using SkiaSharp;

namespace TechAssist.Reports;

/// <summary>A picture as the renderers embed it: upright, no larger than print needs, without metadata. A photo is kept as the file
/// it becomes: thirty of them as pixels would fill the memory.</summary>
internal sealed class Picture : IDisposable
{
    // 300 dots per inch across the width of the text.
    private const int LargestSide = 1800;
    private const long LargestArea = 80_000_000;
    private const int LargestLogo = 700;
    private const int JpegQuality = 85;

    private readonly SKImage? _pixels;
    private readonly byte[]? _file;

    private Picture(SKImage pixels, bool isJpeg)
    {
        (Width, Height, IsJpeg) = (pixels.Width, pixels.Height, isJpeg);
        if (isJpeg)
        {
            using (pixels)
            using (var data = pixels.Encode(SKEncodedImageFormat.Jpeg, JpegQuality))
            {
                _file = data.ToArray();
            }
        }
        else
        {
            _pixels = pixels;
        }
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsJpeg { get; }

    public string ContentType => IsJpeg ? "image/jpeg" : "image/png";

    /// <exception cref="BlockException">The bytes are no PNG or JPEG, are damaged, or the picture is beyond 80 megapixels.</exception>
    public static Picture Read(Image image, int index)
    {
        if (image.Width is not (> 0 and <= 1))
        {
            throw new BlockException(index, image, $"a width of {image.Width} is not above 0 and at most 1.");
        }

        try
        {
            return Decode(image.Bytes, LargestSide, LargestArea);
        }
        catch (PictureException wrong)
        {
            var reason = wrong.Fault switch
            {
                PictureFault.NotAPicture => $"the bytes of the picture \"{image.AltText}\" are not a PNG or JPEG.",
                PictureFault.TooManyPixels => $"the picture \"{image.AltText}\" is larger than 80 megapixels.",
                _ => $"the picture \"{image.AltText}\" is damaged.",
            };
            throw new BlockException(index, image, reason, wrong);
        }
    }

    /// <summary>The issuer's mark; small, wherever it stands.</summary>
    /// <exception cref="PictureException">It is not taken, and why.</exception>
    public static Picture? Logo(Document document) => document.Logo is null ? null : Decode(document.Logo, LargestLogo, PictureFile.MostPixels);

    /// <param name="file">PNG or JPEG.</param>
    /// <param name="largestSide">Of the picture that is made, in picture points.</param>
    /// <param name="mostPixels">Of the picture as it is stored; looked at before anything is unpacked.</param>
    /// <exception cref="PictureException">It is not taken, and why.</exception>
    public static Picture Decode(byte[] file, int largestSide, long mostPixels)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg))
        {
            throw new PictureException(PictureFault.NotAPicture);
        }

        if ((long)codec.Info.Width * codec.Info.Height > mostPixels)
        {
            throw new PictureException(PictureFault.TooManyPixels);
        }

        var size = Reduced(codec, largestSide);
        using var colours = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            throw new PictureException(PictureFault.Damaged);
        }

        bitmap.SetImmutable();
        var jpeg = codec.EncodedFormat == SKEncodedImageFormat.Jpeg;
        using var whole = SKImage.FromBitmap(bitmap);
        return new Picture(Upright(whole, codec.EncodedOrigin, jpeg, largestSide), jpeg);
    }

    /// <summary>The picture as a file, with nothing in it but the picture.</summary>
    public byte[] ToFile()
    {
        if (_file is not null)
        {
            return _file;
        }

        using var data = _pixels!.Encode(SKEncodedImageFormat.Png, JpegQuality);
        return data.ToArray();
    }

    /// <summary>The picture as a photograph, on white where it lets something shine through.</summary>
    public byte[] ToJpeg()
    {
        if (_file is not null)
        {
            return _file;
        }

        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.DrawImage(_pixels, 0, 0);
        using var opaque = surface.Snapshot();
        using var data = opaque.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return data.ToArray();
    }

    public void Draw(SKCanvas canvas, SKRect area)
    {
        // Skia puts the bytes of a JPEG into a PDF as they are; a photo stored otherwise is ten times as large.
        using var photo = _file is null ? null : SKImage.FromEncodedData(_file);
        canvas.DrawImage(photo ?? _pixels, area, new SKSamplingOptions(SKFilterMode.Linear));
    }

    /// <summary>Size in points within a width and a height, proportions kept.</summary>
    public SKSize Fit(float width, float height)
    {
        var scale = Math.Min(width / Width, height / Height);
        return new SKSize(Width * scale, Height * scale);
    }

    public void Dispose() => _pixels?.Dispose();

    /// <summary>The smallest size, not below what is wanted, in which the file can be read at once: for a photo of a telephone a quarter
    /// of its pixels, and of the time.</summary>
    private static SKSizeI Reduced(SKCodec codec, int largestSide)
    {
        var (best, largest) = (codec.Info.Size, Math.Max(codec.Info.Width, codec.Info.Height));
        for (var eighths = 7; eighths > 0 && largest > largestSide; eighths--)
        {
            var size = codec.GetScaledDimensions(eighths / 8f);
            best = Math.Max(size.Width, size.Height) >= largestSide && size.Width < best.Width ? size : best;
        }

        return best;
    }

    private static SKImage Upright(SKImage stored, SKEncodedOrigin origin, bool jpeg, int largestSide)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop
            or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1, largestSide / (float)Math.Max(stored.Width, stored.Height));
        var width = Math.Max(1, (int)MathF.Round((turned ? stored.Height : stored.Width) * scale));
        var height = Math.Max(1, (int)MathF.Round((turned ? stored.Width : stored.Height) * scale));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul));
        surface.Canvas.SetMatrix(Upright(origin, width, height));
        var area = turned ? new SKRect(0, 0, height, width) : new SKRect(0, 0, width, height);
        surface.Canvas.DrawImage(stored, area, new SKSamplingOptions(SKFilterMode.Linear, scale < 0.5f ? SKMipmapMode.Linear : SKMipmapMode.None));
        return surface.Snapshot();
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
