using System.Text;
using NUnit.Framework;
using SkiaSharp;

namespace TechAssist.Reports.Tests;

public sealed class PictureTests
{
    [Test]
    public void A_large_picture_is_brought_down_to_what_print_needs()
    {
        using var picture = Read(SamplePictures.Plain(4000, 1000, SKEncodedImageFormat.Jpeg));

        Assert.That((picture.Width, picture.Height), Is.EqualTo((1800, 450)));
    }

    [Test]
    public void What_a_camera_writes_about_itself_is_gone_and_the_picture_upright()
    {
        var photo = WithExif(SamplePictures.Plain(60, 20, SKEncodedImageFormat.Jpeg), orientation: 6);

        using var picture = Read(photo);

        Assert.That(Encoding.Latin1.GetString(photo), Does.Contain("Exif"));
        Assert.That(Encoding.Latin1.GetString(picture.ToFile()), Does.Not.Contain("Exif"));
        Assert.That((picture.Width, picture.Height), Is.EqualTo((20, 60)));
    }

    private static Picture Read(byte[] bytes) => Picture.Read(new Image(bytes, "photo"), 0);

    /// <summary>A minimal EXIF segment after the start marker: one tag, the orientation.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
