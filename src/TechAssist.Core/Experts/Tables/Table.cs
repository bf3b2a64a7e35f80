namespace TechAssist.Core.Experts.Tables;

/// <summary>A table as it was read: the names in its first line, and the lines below.</summary>
/// <param name="Encoding">How the text was written; null for a workbook.</param>
/// <param name="Separator">What stands between the cells; null for a workbook.</param>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<TableLine> Lines, string? Encoding = null, char? Separator = null);

/// <param name="Number">The line in the file, as a spreadsheet counts: the names stand on line 1.</param>
/// <param name="Cells">One for each column, trimmed; empty where nothing stands.</param>
public sealed record TableLine(int Number, string[] Cells);
