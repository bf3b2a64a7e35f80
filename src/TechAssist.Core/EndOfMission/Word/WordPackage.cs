using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Looks into a Word file before anything reads it: what could run, fetch or swell is refused. Nothing in it is ever carried out.</summary>
internal static class WordPackage
{
    /// <summary>The largest file, in bytes: 25 MB.</summary>
    public const long Most = 25 * 1024 * 1024;

    private const int MostEntries = 2_000;
    private const long MostUnpacked = 200L * 1024 * 1024;

    /// <summary>Of all XML parts together: a report with every field filled to its end has 3 MB.</summary>
    private const long MostXml = 40L * 1024 * 1024;

    /// <summary>Word's own files nest some 40 deep; readers recurse.</summary>
    private const int MostDepth = 250;

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="file">Put back to its beginning.</param>
    /// <exception cref="InvalidInputException">file: word-protected, word-damaged, word-macros, word-embedded, word-outside, word-swells.</exception>
    public static void Check(Stream file)
    {
        file.Position = 0;
        var start = new byte[8];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (count == 8 && start.AsSpan().SequenceEqual(Compound))
        {
            throw Refused("word-protected");
        }

        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            CheckEntries(zip);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException)
        {
            throw Refused("word-damaged");
        }

        file.Position = 0;
    }

    /// <summary>Opens a file that passed <see cref="Check"/>.</summary>
    public static T Read<T>(Stream file, Func<WordprocessingDocument, T> read)
    {
        try
        {
            using var document = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { AutoSave = false });
            return document.MainDocumentPart?.Document?.Body is null ? throw Refused("word-damaged") : read(document);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or XmlException or FormatException or UriFormatException or KeyNotFoundException or ArgumentException or InvalidOperationException)
        {
            throw Refused("word-damaged");
        }
    }

    private static void CheckEntries(ZipArchive zip)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (zip.Entries.Count > MostEntries || zip.Entries.Sum(entry => entry.Length) > MostUnpacked)
        {
            throw Refused("word-swells");
        }

        foreach (var entry in zip.Entries)
        {
            if (!names.Add(entry.FullName.Replace('\\', '/').TrimStart('/')))
            {
                throw Refused("word-damaged");
            }

            CheckName(entry.FullName);
        }

        if (!names.Contains("[Content_Types].xml"))
        {
            throw Refused("word-damaged");
        }

        var (left, xmlLeft) = (MostUnpacked, MostXml);
        foreach (var entry in zip.Entries)
        {
            CheckContent(entry, ref left, ref xmlLeft);
        }
    }

    private static void CheckName(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..].ToLowerInvariant();
        if (file.StartsWith("vbaproject", StringComparison.Ordinal) || file.StartsWith("vbadata", StringComparison.Ordinal) || name.Contains("activeX/", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("word-macros");
        }

        if (file.StartsWith("oleobject", StringComparison.Ordinal) || file.StartsWith("afchunk", StringComparison.Ordinal))
        {
            throw Refused("word-embedded");
        }
    }

    private static void CheckContent(ZipArchiveEntry entry, ref long left, ref long xmlLeft)
    {
        var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        // What an entry says of its size need not be true.
        using var counted = new CountedStream(entry.Open(), isXml ? Math.Min(left, xmlLeft) : left);
        if (isXml)
        {
            CheckXml(entry.FullName, counted);
            xmlLeft -= counted.Count;
        }

        counted.CopyTo(Stream.Null);
        left -= counted.Count;
    }

    private static void CheckXml(string name, Stream content)
    {
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
            {
                throw Refused("word-swells");
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (name == "[Content_Types].xml")
            {
                CheckType(reader.GetAttribute("ContentType") ?? "");
            }
            else if (reader.LocalName == "Relationship" && name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                CheckRelationship(reader.GetAttribute("Type") ?? "", string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase), name);
            }
        }
    }

    private static void CheckType(string type)
    {
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("word-macros");
        }

        if (type.Contains("oleObject", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("word-embedded");
        }
    }

    private static void CheckRelationship(string type, bool isExternal, string name)
    {
        var kind = type[(type.LastIndexOf('/') + 1)..];
        if (kind is "vbaProject" or "wordVbaData" or "control" or "attachedToolbars")
        {
            throw Refused("word-macros");
        }

        // A link leads only where somebody clicks; everything else outside would be fetched.
        if (isExternal && kind != "hyperlink")
        {
            throw Refused(kind == "oleObject" ? "word-embedded" : "word-outside");
        }

        // The numbers behind a chart are a package too; they hang on the chart, not on the text.
        if (kind is "oleObject" or "aFChunk" or "subDocument" || (kind == "package" && name.EndsWith("document.xml.rels", StringComparison.OrdinalIgnoreCase)))
        {
            throw Refused("word-embedded");
        }
    }

    private static InvalidInputException Refused(string code) => new("file", code);

    /// <summary>Ends with a refusal where more comes out than may.</summary>
    private sealed class CountedStream(Stream inner, long most) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var got = inner.Read(buffer, offset, count);
            Count += got;
            return Count <= most ? got : throw Refused("word-swells");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
