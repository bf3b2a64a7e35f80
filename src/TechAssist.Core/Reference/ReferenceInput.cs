using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

/// <summary>What every row of reference data says of itself. The same record is a row of a data file and the
/// administrator's form.</summary>
public abstract record ReferenceInput
{
    public const int CodeMost = 40;

    /// <summary>Never changes once the row exists: cases refer to it.</summary>
    [Required, StringLength(CodeMost), RegularExpression("[A-Za-z0-9][A-Za-z0-9:./>-]*", ErrorMessage = "not-a-code")]
    public string Code { get; init; } = "";

    [EnumDataType(typeof(Certainty))]
    public Certainty Certainty { get; init; } = Certainty.Unverified;

    /// <summary>Where it was read, with the address where there is one.</summary>
    [Required, StringLength(400)]
    public string Source { get; init; } = "";

    [StringLength(1000)]
    public string? NoteEn { get; init; }

    [StringLength(1000)]
    public string? NoteFr { get; init; }

    /// <summary>An inactive row is kept for old cases and not offered for new ones.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The revision the administrator saw; null for a new row.</summary>
    public int? Revision { get; init; }
}

/// <summary>A row with a name in both languages.</summary>
public abstract record NamedInput : ReferenceInput
{
    public const int NameMost = 300;

    [Required, StringLength(NameMost)]
    public string NameEn { get; init; } = "";

    [Required, StringLength(NameMost)]
    public string NameFr { get; init; } = "";

    /// <summary>"en" or "fr" where that name is a translation of our own, not the official text.</summary>
    [RegularExpression("en|fr", ErrorMessage = "not-a-language")]
    public string? UnofficialLanguage { get; init; }
}
