using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Documents;

/// <summary>Section <c>Letterhead</c> of the settings: how the secretariat signs its documents. What is left out is not printed.</summary>
public sealed class Letterhead
{
    public const string Section = "Letterhead";

    /// <summary>The issuing organisation; "Processus de Rabat – Assistance technique" when left out.</summary>
    [StringLength(120)]
    public string? NameFr { get; set; }

    [StringLength(120)]
    public string? NameEn { get; set; }

    /// <summary>Where letters are written, in words: "Bruxelles", "Brussels".</summary>
    [StringLength(60)]
    public string? PlaceFr { get; set; }

    [StringLength(60)]
    public string? PlaceEn { get; set; }

    /// <summary>Postal address, a line each.</summary>
    public IList<string> Address { get; set; } = [];

    public string Name(DocumentWords words) => Blank.ToNull(words.IsFrench ? NameFr : NameEn) ?? words["Organisation"];

    public string? Place(DocumentWords words) => Blank.ToNull(words.IsFrench ? PlaceFr : PlaceEn);
}
