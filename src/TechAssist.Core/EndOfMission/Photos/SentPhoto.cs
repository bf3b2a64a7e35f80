using System.IO.Compression;
using System.Text;
using TechAssist.Core.Documents;

namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>Looks at a file that is sent as a photo before anything unpacks it: JPEG or PNG, and nothing else at the same time.</summary>
internal static class SentPhoto
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png"];

    /// <summary>Brands of the pictures telephones keep by themselves (ISO 23008-12, in the box "ftyp").</summary>
    private static readonly string[] HeicBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"];

    /// <summary>What makes a browser or a server read a file as something to run.</summary>
    private static readonly string[] Programs = ["<script", "<html", "<!doctype", "<?php", "<svg", "%pdf-"];

    /// <returns>The name as it is kept.</returns>
    /// <exception cref="InvalidInputException">file: required, photo-heic, photo-kind-not-taken.</exception>
    public static string NameOf(string? fileName)
    {
        var name = FileName.Clean(fileName);
        var ending = Path.GetExtension(name)?.ToLowerInvariant();
        return ending switch
        {
            null when string.IsNullOrWhiteSpace(fileName) => throw new InvalidInputException("file", "required"),
            ".heic" or ".heif" => throw new InvalidInputException("file", "photo-heic"),
            not null when Endings.Contains(ending) => name!,
            _ => throw new InvalidInputException("file", "photo-kind-not-taken"),
        };
    }

    /// <param name="content">Left at its beginning.</param>
    /// <exception cref="InvalidInputException">file: file-empty, photo-heic, photo-not-a-picture, photo-something-else.</exception>
    public static void Check(Stream content)
    {
        var start = StartOf(content);
        var isPicture = start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var code = start switch
        {
            { Length: 0 } => "file-empty",
            _ when IsHeic(start) => "photo-heic",
            _ when !isPicture => "photo-not-a-picture",
            _ when IsProgram(start) || IsArchive(content) => "photo-something-else",
            _ => null,
        };
        content.Position = 0;
        if (code is not null)
        {
            throw new InvalidInputException("file", code);
        }
    }

    private static byte[] StartOf(Stream content)
    {
        content.Position = 0;
        var start = new byte[Math.Min(1024, content.Length)];
        content.ReadExactly(start);
        return start;
    }

    private static bool IsHeic(byte[] start) =>
        start.Length >= 12 && Encoding.ASCII.GetString(start, 4, 4) == "ftyp" && HeicBrands.Contains(Encoding.ASCII.GetString(start, 8, 4));

    private static bool IsProgram(byte[] start)
    {
        var text = Encoding.Latin1.GetString(start).ToLowerInvariant();
        return Programs.Any(text.Contains);
    }

    /// <summary>A ZIP is read from its end, so that a picture can stand before it (a Java program, an office document). The films that
    /// telephones put behind a picture are none.</summary>
    private static bool IsArchive(Stream content)
    {
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
