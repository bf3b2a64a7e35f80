namespace TechAssist.Reports;

/// <summary>A workbook of figures, the same bytes for the same content.</summary>
/// <param name="Title">In the file's properties.</param>
/// <param name="CreatedAt">UTC, in the file's properties.</param>
public sealed record Workbook(string Title, string Author, DocumentLanguage Language, DateTime CreatedAt, IReadOnlyList<Sheet> Sheets);

/// <summary>A sheet with a header that stays in view and can be filtered by.</summary>
/// <param name="Name">At most 31 characters; what a name cannot hold is left out.</param>
/// <param name="Note">Above the header: what is counted.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<SheetCell>> Rows, string? Note = null);

/// <summary>A cell of one type. A text is never read as a formula, whatever it begins with.</summary>
public abstract record SheetCell
{
    public static readonly SheetCell Empty = new TextCell("");

    public static implicit operator SheetCell(string? text) => new TextCell(text ?? "");

    public static implicit operator SheetCell(int number) => new NumberCell(number);

    public static implicit operator SheetCell(DateOnly? day) => day is { } known ? new DayCell(known) : Empty;

    public static SheetCell Share(double? share) => share is { } known ? new ShareCell(known) : Empty;

    public static SheetCell Number(double? number, int decimals = 0) => number is { } known ? new NumberCell(known, decimals) : Empty;
}

public sealed record TextCell(string Text) : SheetCell;

public sealed record NumberCell(double Value, int Decimals = 0) : SheetCell;

/// <param name="Value">From 0 to 1, shown in per cent.</param>
public sealed record ShareCell(double Value) : SheetCell;

public sealed record DayCell(DateOnly Day) : SheetCell;
