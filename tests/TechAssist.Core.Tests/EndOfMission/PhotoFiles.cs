using System.IO.Compression;
using SkiaSharp;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>Files that are sent as photos, good and bad.</summary>
internal static class PhotoFiles
{
    public static byte[] Jpeg(int width = 300, int height = 200) => Picture(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 40, int height = 30) => Picture(width, height, SKEncodedImageFormat.Png);

    /// <summary>With a place and a camera in it, as telephones write them.</summary>
    public static byte[] WithExif(byte[] jpeg)
    {
        byte[] exif = [.. "Exif\0\0"u8, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, .. "GPSLatitude 14.6937"u8];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>A picture with a ZIP behind it: a Java program to who reads it from its end.</summary>
    public static byte[] WithArchive()
    {
        using var file = new MemoryStream();
        file.Write(Jpeg());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("Main.class").Open();
            entry.Write("program"u8);
        }

        return file.ToArray();
    }

    /// <summary>A few hundred bytes that say they are a picture of 900 million points.</summary>
    public static byte[] Bomb()
    {
        var png = Png();
        // Width and height stand behind the signature and the name of the first chunk; its check sum follows.
        png[18] = png[22] = 0x75;
        BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(Crc(png.AsSpan(12, 17)))).CopyTo(png, 29);
        return png;
    }

    public static IEnumerable<(string Name, byte[] Bytes, string Code)> Bad()
    {
        yield return ("program.exe", [0x4D, 0x5A, 0x90, 0], "photo-kind-not-taken");
        yield return ("program.jpg", [0x4D, 0x5A, 0x90, 0, 3], "photo-not-a-picture");
        yield return ("IMG_0001.HEIC", Heic(), "photo-heic");
        yield return ("renamed.jpg", Heic(), "photo-heic");
        yield return ("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "photo-kind-not-taken");
        yield return ("page.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 40, .. "<script>alert(1)</script>"u8, .. Jpeg()], "photo-something-else");
        yield return ("archive.jpg", WithArchive(), "photo-something-else");
        yield return ("cut.jpg", Jpeg(1200, 900)[..2000], "photo-damaged");
        yield return ("bomb.png", Bomb(), "photo-too-many-pixels");
        yield return ("empty.png", [], "file-empty");
        yield return ("large.jpg", new byte[(25 * 1024 * 1024) + 1], "file-too-large");
    }

    private static byte[] Heic() => [0, 0, 0, 0x18, .. "ftypheic"u8, .. new byte[40]];

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var noise = SKShader.CreatePerlinNoiseTurbulence(0.05f, 0.05f, 4, 1);
        using var paint = new SKPaint { Shader = noise };
        surface.Canvas.Clear(SKColors.DarkCyan);
        surface.Canvas.DrawRect(0, 0, width, height, paint);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 85);
        return data.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
