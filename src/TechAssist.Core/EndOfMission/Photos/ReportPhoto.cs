using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>A photo as it stands in the text of a report. The picture itself is a <see cref="PhotoFile"/>.</summary>
public sealed record ReportPhoto
{
    public const int MostText = 300;

    /// <summary>Of the <see cref="PhotoFile"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>Below the picture. At most <see cref="MostText"/> characters in each language.</summary>
    public LangText Caption { get; init; } = new();

    /// <summary>What there is to see, for those who do not see it; in the report's language.</summary>
    [StringLength(500)]
    public string? AltText { get; init; }

    /// <summary>The section at whose end it is shown: 1 to 14, or 15 for the internal annex.</summary>
    [Range(1, 15)]
    public int Section { get; init; } = 14;

    [StringLength(200)]
    public string? Place { get; init; }

    public DateOnly? TakenOn { get; init; }

    /// <summary>Whether somebody can be recognised; null as long as nobody has looked.</summary>
    public bool? ShowsPersons { get; init; }

    /// <summary>Whether they agreed to be shown; null as long as nobody has decided.</summary>
    public bool? HasConsent { get; init; }

    /// <summary>Who agreed, when and how, in words.</summary>
    [StringLength(500)]
    public string? ConsentBy { get; init; }

    /// <summary>The signed paper, among the case's documents.</summary>
    public Guid? ConsentDocumentId { get; init; }

    /// <summary>May be shown outside the secretariat and the team: nobody can be recognised, or all who can have agreed.</summary>
    [JsonIgnore]
    public bool MayLeave => ShowsPersons == false || (ShowsPersons == true && HasConsent == true && SaysWhoAgreed);

    [JsonIgnore]
    public bool SaysWhoAgreed => !string.IsNullOrWhiteSpace(ConsentBy) || ConsentDocumentId is not null;
}
