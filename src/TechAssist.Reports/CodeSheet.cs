namespace TechAssist.Reports;

/// <summary>A sheet of one page that leads to an address: a square code for the camera of a telephone, and the address in words.</summary>
public sealed record CodeSheet
{
    /// <summary>Of the file; the parts have their own.</summary>
    public required DocumentLanguage Language { get; init; }

    public required string Organisation { get; init; }

    public string? Reference { get; init; }

    /// <summary>For the file's properties.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The square code row by row, with its white border; true is black.</summary>
    public required IReadOnlyList<IReadOnlyList<bool>> Squares { get; init; }

    /// <summary>As people type it.</summary>
    public required string Address { get; init; }

    /// <summary>Where it leads.</summary>
    public required string Href { get; init; }

    /// <summary>The same in each language, the first one larger.</summary>
    public required IReadOnlyList<CodeSheetPart> Parts { get; init; }
}

/// <summary>What the sheet says in one language.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Facts">Where and when, in one line.</param>
/// <param name="Call">What is asked, in a few words.</param>
/// <param name="Lines">How, and what becomes of it.</param>
public sealed record CodeSheetPart(string Title, string Facts, string Call, IReadOnlyList<string> Lines);
