namespace TechAssist.Reports;

/// <summary>Why a file is not taken as a picture.</summary>
public enum PictureFault
{
    /// <summary>Neither PNG nor JPEG.</summary>
    NotAPicture,

    /// <summary>More picture points than are unpacked here, whatever the size of the file.</summary>
    TooManyPixels,

    /// <summary>It begins as a picture and does not go on as one.</summary>
    Damaged,
}

/// <summary>A file that cannot be read as a picture.</summary>
public sealed class PictureException(PictureFault fault) : Exception($"Not a picture to be taken: {fault}.")
{
    public PictureFault Fault { get; } = fault;
}

/// <summary>A picture made anew out of somebody's file: upright, no larger than asked, and with nothing in it but the picture, neither
/// place, camera and owner nor what hid behind it.</summary>
public sealed record PictureFile(byte[] Bytes, string ContentType, int Width, int Height)
{
    /// <summary>A camera of a telephone has up to 48 million. Unpacked that is 200 MB.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>A drawing or a screenshot stays a PNG up to this many bytes; a photograph kept as PNG is ten times a JPEG.</summary>
    private const int MostPng = 1_000_000;

    /// <param name="file">The file as it was sent: PNG or JPEG.</param>
    /// <param name="largestSide">In picture points; a smaller picture stays as large as it is.</param>
    /// <exception cref="PictureException">It is not taken, and why.</exception>
    public static PictureFile Of(byte[] file, int largestSide)
    {
        using var picture = Picture.Decode(file, largestSide, MostPixels);
        return !picture.IsJpeg && picture.ToFile() is { Length: <= MostPng } png
            ? new PictureFile(png, "image/png", picture.Width, picture.Height)
            : new PictureFile(picture.ToJpeg(), "image/jpeg", picture.Width, picture.Height);
    }
}
