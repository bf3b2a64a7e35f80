using TechAssist.Core.Documents;

namespace TechAssist.Core.Experts.Tables;

/// <summary>Reads a file that should be a table. What it is follows from the content, whatever its name says.</summary>
public static class TableFile
{
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostLines = 20_000;
    public const int MostColumns = 100;
    public const int MostCell = 8_000;

    private static readonly byte[][] NotTables =
    [
        // A portable document, pictures, programs of Windows and Linux.
        [0x25, 0x50, 0x44, 0x46, 0x2D], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x4D, 0x5A, 0x90, 0x00], [0x7F, 0x45, 0x4C, 0x46],
    ];

    /// <exception cref="InvalidInputException">file: required, file-empty, file-too-large, table-not-a-table, table-old-workbook,
    /// table-too-many-columns, table-too-many-lines, table-no-lines, table-no-names, table-open-quote.</exception>
    public static async Task<Table> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        await using var spooled = await SpooledFile.TakeAsync(file, MostBytes, cancellationToken);
        if (spooled.Size == 0)
        {
            throw new InvalidInputException("file", "file-empty");
        }

        var bytes = new byte[spooled.Size];
        spooled.Content.Position = 0;
        await spooled.Content.ReadExactlyAsync(bytes, cancellationToken);
        return Checked(Read(bytes));
    }

    private static Table Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return XlsxTable.Read(bytes);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new InvalidInputException("file", "table-old-workbook");
        }

        return Array.Exists(NotTables, start => bytes.AsSpan().StartsWith(start)) ? throw NotATable() : CsvTable.Read(bytes);
    }

    internal static InvalidInputException NotATable() => new("file", "table-not-a-table");

    private static Table Checked(Table table)
    {
        if (table.Columns.Count > MostColumns)
        {
            throw new InvalidInputException("file", "table-too-many-columns", table.Columns.Count, MostColumns);
        }

        if (table.Columns.All(string.IsNullOrWhiteSpace))
        {
            throw new InvalidInputException("file", "table-no-names");
        }

        if (table.Lines.Count > MostLines)
        {
            throw new InvalidInputException("file", "table-too-many-lines", MostLines);
        }

        return table.Lines.Count > 0 ? table : throw new InvalidInputException("file", "table-no-lines");
    }
}
