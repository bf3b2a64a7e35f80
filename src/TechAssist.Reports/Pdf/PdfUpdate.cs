using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechAssist.Reports.Pdf;

/// <summary>An entry of the outline; the destination is a name Skia wrote into the file.</summary>
internal sealed record Bookmark(int Level, string Title, string Destination);

/// <summary>
/// One incremental update (ISO 32000-1, 7.5.6) after Skia's bytes: language, bookmarks, and the title shown in the
/// window. It also replaces the identifier Skia makes from the clock by one made from the content.
/// </summary>
internal static class PdfUpdate
{
    /// <param name="pdf">What Skia wrote.</param>
    /// <param name="created">UTC, as given to Skia.</param>
    /// <param name="language">A language tag: fr-FR.</param>
    /// <param name="bookmarks">In the order of the document.</param>
    public static byte[] Append(byte[] pdf, DateTime created, string language, IReadOnlyList<Bookmark> bookmarks)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = Number(text, text.LastIndexOf("startxref", StringComparison.Ordinal), "startxref");
        var trailer = text.IndexOf("trailer", table, StringComparison.Ordinal);
        var (size, root, info) = (Number(text, trailer, "/Size"), Number(text, trailer, "/Root"), Number(text, trailer, "/Info"));
        var body = pdf[..trailer];
        SetToUtc(body, text, created);
        var id = IdentifyByContent(body, text);

        var update = new Update(trailer);
        update.Trailer($"<</Size {size}\n/Root {root} 0 R\n/Info {info} 0 R\n/ID [<{id}> <{id}>]>>", table);
        update.Object(root, Catalog(text, table, root, language, bookmarks.Count > 0 ? size : null));
        foreach (var (number, content) in bookmarks.Count > 0 ? PdfOutline.Objects(bookmarks, size) : [])
        {
            update.Object(number, content);
        }

        var count = bookmarks.Count > 0 ? size + bookmarks.Count + 1 : size;
        var end = update.Finish($"<</Size {count}\n/Root {root} 0 R\n/Info {info} 0 R\n/ID [<{id}> <{id}>]\n/Prev {table}>>");
        return [.. body, .. end];
    }

    private static string Catalog(string text, int startOfTable, int root, string language, int? outline)
    {
        var line = text.IndexOf('\n', text.IndexOf('\n', startOfTable) + 1) + 1;
        var offset = int.Parse(text.AsSpan(line + (20 * root), 10), CultureInfo.InvariantCulture);
        var from = text.IndexOf("<<", offset, StringComparison.Ordinal);
        var to = text.LastIndexOf(">>", text.IndexOf("endobj", offset, StringComparison.Ordinal), StringComparison.Ordinal);
        var bookmarks = outline is null ? string.Empty : $"\n/Outlines {outline} 0 R\n/PageMode /UseOutlines";
        return $"{text[from..to]}\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>{bookmarks}>>";
    }

    /// <summary>Skia takes every time for one of the machine's time zone; the offsets it writes have one length.</summary>
    private static void SetToUtc(byte[] body, string text, DateTime created)
    {
        var (info, xmp) = (created.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), created.ToString("s", CultureInfo.InvariantCulture));
        // Brackets are escaped in the texts of a document, so these are found in their places only.
        (string Time, string Offset)[] dates =
        [
            ($"/CreationDate (D:{info}", "+00'00'"), ($"/ModDate (D:{info}", "+00'00'"),
            ($"<xmp:CreateDate>{xmp}", "+00:00"), ($"<xmp:ModifyDate>{xmp}", "+00:00"),
        ];
        foreach (var (time, offset) in dates)
        {
            var at = text.IndexOf(time, StringComparison.Ordinal);
            if (at < 0)
            {
                throw new InvalidOperationException($"Skia wrote no date {time}.");
            }

            Encoding.ASCII.GetBytes(offset).CopyTo(body, at + time.Length);
        }
    }

    /// <summary>Puts the new identifier where the metadata has the old one: the same length, so offsets stay right.</summary>
    private static string IdentifyByContent(byte[] body, string text)
    {
        const string mark = "<xmpMM:DocumentID>uuid:";
        var old = text.Substring(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length, 36);
        var places = new List<int>();
        for (var at = text.IndexOf(old, StringComparison.Ordinal); at >= 0; at = text.IndexOf(old, at + 1, StringComparison.Ordinal))
        {
            body.AsSpan(at, old.Length).Fill((byte)'0');
            places.Add(at);
        }

        var id = SHA256.HashData(body).AsSpan(0, 16);
        var dashed = Encoding.ASCII.GetBytes(new Guid(id, bigEndian: true).ToString());
        places.ForEach(at => dashed.CopyTo(body, at));
        return Convert.ToHexString(id);
    }

    private static int Number(string text, int from, string key)
    {
        var start = text.IndexOf(key, from, StringComparison.Ordinal) + key.Length;
        var digits = text.AsSpan(start, Math.Min(24, text.Length - start)).TrimStart();
        return int.Parse(digits[..digits.IndexOfAnyExceptInRange('0', '9')], CultureInfo.InvariantCulture);
    }

    /// <summary>Objects, their cross-reference table and the trailer.</summary>
    private sealed class Update(int start)
    {
        private readonly StringBuilder _text = new();
        private readonly SortedDictionary<int, int> _offsets = [];

        public void Object(int number, string content)
        {
            _offsets[number] = start + _text.Length;
            _text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        public void Trailer(string trailer, int table) =>
            _text.Append(CultureInfo.InvariantCulture, $"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n");

        public byte[] Finish(string trailer)
        {
            var table = start + _text.Length;
            _text.Append("xref\n");
            foreach (var (number, offset) in _offsets)
            {
                _text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n");
            }

            Trailer(trailer, table);
            return Encoding.ASCII.GetBytes(_text.ToString());
        }
    }
}
