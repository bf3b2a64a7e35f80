using System.IO.Compression;

namespace TechAssist.Reports.Docx;

/// <summary>Packs an archive anew with one date for all its entries, so that equal content gives equal bytes.</summary>
internal static class FixedZip
{
    // What a ZIP entry can hold.
    private static readonly DateTime Earliest = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2107, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    public static byte[] Repack(MemoryStream archive, DateTime at)
    {
        archive.Position = 0;
        using var packed = new MemoryStream();
        using (var source = new ZipArchive(archive, ZipArchiveMode.Read, true))
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = at < Earliest ? Earliest : at > Latest ? Latest : at;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
