using System.IO.Compression;

namespace TechAssist.Core.Documents;

/// <summary>A kind of file that people may attach, known by its name and seen in its content.</summary>
public sealed record FileKind(string Extension, string ContentType)
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    public static readonly IReadOnlyList<FileKind> All =
    [
        new("pdf", "application/pdf"),
        new("docx", OpenXml + "wordprocessingml.document"),
        new("xlsx", OpenXml + "spreadsheetml.sheet"),
        new("odt", "application/vnd.oasis.opendocument.text"),
        new("jpg", "image/jpeg"),
        new("png", "image/png"),
    ];

    /// <summary>"pdf, docx, xlsx, odt, jpg, png", for messages and hints.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.Extension));

    /// <returns>Null for a name whose ending is not taken.</returns>
    public static FileKind? ByName(string fileName)
    {
        var extension = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        return All.FirstOrDefault(kind => kind.Extension == (extension == "jpeg" ? "jpg" : extension));
    }

    /// <summary>The declared type may be missing or general; a type that says something else is refused.</summary>
    public bool Allows(string? declaredType)
    {
        var type = declaredType?.Split(';')[0].Trim().ToLowerInvariant();
        return type is null or "" or "application/octet-stream" or "application/zip" || type == ContentType || (Extension == "jpg" && type == "image/jpg");
    }

    /// <summary>Looks into the content. Leaves the stream at its beginning.</summary>
    public bool IsSeenIn(Stream content)
    {
        var start = ReadStart(content);
        var isSeen = Extension switch
        {
            // Readers accept a few bytes before the header (ISO 32000-1, implementation note 13).
            "pdf" => start.AsSpan().IndexOf("%PDF-"u8) >= 0,
            "jpg" => start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
            "png" => start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            _ => start.AsSpan().StartsWith("PK\u0003\u0004"u8) && IsPackage(content),
        };
        content.Position = 0;
        return isSeen;
    }

    private static byte[] ReadStart(Stream content)
    {
        content.Position = 0;
        var start = new byte[Math.Min(1024, content.Length)];
        content.ReadExactly(start);
        content.Position = 0;
        return start;
    }

    /// <summary>An office document is a ZIP with known parts; one with macros has another ending.</summary>
    private bool IsPackage(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return Extension switch
            {
                "docx" => names.Contains("[Content_Types].xml") && names.Contains("word/document.xml") && !names.Contains("word/vbaProject.bin"),
                "xlsx" => names.Contains("[Content_Types].xml") && names.Contains("xl/workbook.xml") && !names.Contains("xl/vbaProject.bin"),
                _ => names.Contains("content.xml") && MimeTypeOf(zip) == ContentType,
            };
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string? MimeTypeOf(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 200 } entry)
        {
            return null;
        }

        using var reader = new StreamReader(entry.Open());
        var text = new char[200];
        return new string(text, 0, reader.ReadBlock(text)).Trim();
    }
}
