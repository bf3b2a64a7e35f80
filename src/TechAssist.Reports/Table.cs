namespace TechAssist.Reports;

public enum Alignment
{
    Start,
    Centre,

    /// <summary>For figures.</summary>
    End,
}

/// <param name="Header">The words above the column.</param>
/// <param name="Width">Share of the table's width against the other columns; null fits the content.</param>
/// <param name="Alignment">Of the header and the cells.</param>
public sealed record TableColumn(string Header, double? Width = null, Alignment Alignment = Alignment.Start)
{
    public static implicit operator TableColumn(string header) => new(header);
}

/// <summary>
/// A table. It breaks across pages and repeats its header; a table without rows says that there are none.
/// </summary>
public sealed record Table : Block
{
    /// <exception cref="ArgumentException">There is no column, or a row has another number of cells.</exception>
    public Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<RichText>> rows, RichText? caption = null)
    {
        if (columns.Count == 0)
        {
            throw new ArgumentException("A table needs at least one column.", nameof(columns));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Count != columns.Count)
            {
                throw new ArgumentException(
                    $"Row {row + 1} has {rows[row].Count} cells, the table has {columns.Count} columns.", nameof(rows));
            }
        }

        Columns = columns;
        Rows = rows;
        Caption = caption;
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<IReadOnlyList<RichText>> Rows { get; }

    /// <summary>Shown above, after "Table 1".</summary>
    public RichText? Caption { get; }

    /// <summary>The first cell of a row names the row.</summary>
    public bool FirstColumnNamesRow { get; init; }
}
