using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Requests;

public enum RequestChannel { Web, Letter, Email, SteeringCommittee, Delegation }

public enum Track { Standard, Rapid }

public enum InstitutionType { Ministry, Agency, Judiciary, Parliament, LocalAuthority, RegionalOrganisation, CivilSociety }

public enum Confidentiality { Public, Partners, Restricted }

/// <summary>What a country asks for: the form of the request, the body of <c>POST /requests</c> and the <c>request</c> of a
/// sample file, all the same record (domain data-model 3.1). A draft may hold any part of it; RequestRules
/// says what must be there at submission.</summary>
public sealed record RequestContent
{
    public RequestChannel Channel { get; init; } = RequestChannel.Web;

    public Track Track { get; init; } = Track.Standard;

    /// <summary>The asking country, or the lead country of a regional request (ISO 3166-1 alpha-2).</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    /// <summary>Further countries of a regional request.</summary>
    [MaxLength(28)]
    public IReadOnlyList<string> OtherCountries { get; init; } = [];

    public Institution Institution { get; init; } = new();

    public Contact Contact { get; init; } = new();

    [MaxLength(20)]
    public IReadOnlyList<string> CoRequesters { get; init; } = [];

    /// <summary>At most 120 characters in each language.</summary>
    public LangText Title { get; init; } = new();

    /// <summary>Main theme (T1 to T4).</summary>
    [StringLength(10)]
    public string? Theme { get; init; }

    [MaxLength(3)]
    public IReadOnlyList<string> OtherThemes { get; init; } = [];

    /// <summary>One to three objectives, as <c>framework:code</c> ("DAK11:R9").</summary>
    [MaxLength(3)]
    public IReadOnlyList<string> Objectives { get; init; } = [];

    [MaxLength(13)]
    public IReadOnlyList<string> AssistanceTypes { get; init; } = [];

    /// <summary>Context and problem: 200 to 4,000 characters in a language.</summary>
    public LangText Problem { get; init; } = new();

    public LangText Objective { get; init; } = new();

    [MaxLength(20)]
    public IReadOnlyList<ExpectedResult> Results { get; init; } = [];

    [StringLength(2000)]
    public string? PolicyLink { get; init; }

    public bool? NeedsAssessment { get; init; }

    [MaxLength(20)]
    public IReadOnlyList<OtherEffort> OtherEfforts { get; init; } = [];

    /// <summary>Says explicitly that nobody else works on this.</summary>
    public bool NoOtherEfforts { get; init; }

    public Beneficiaries Beneficiaries { get; init; } = new();

    public Absorption Absorption { get; init; } = new();

    [MaxLength(6)]
    public IReadOnlyList<Period> Periods { get; init; } = [];

    /// <summary>The last day on which the assistance would still be useful.</summary>
    public DateOnly? LatestOn { get; init; }

    [MaxLength(20)]
    public IReadOnlyList<Period> BlockedPeriods { get; init; } = [];

    [StringLength(500)]
    public string? Places { get; init; }

    [StringLength(2000)]
    public string? Security { get; init; }

    /// <summary>Working languages of the mission (ISO 639-1).</summary>
    [MaxLength(6)]
    public IReadOnlyList<string> WorkingLanguages { get; init; } = [];

    [StringLength(4000)]
    public string? ExpertProfile { get; init; }

    /// <summary>Names suggested or excluded, with the reason. A named expert gives no right.</summary>
    [StringLength(2000)]
    public string? ExpertSuggestions { get; init; }

    public Urgency? Urgency { get; init; }

    [StringLength(4000)]
    public string? GenderAndRights { get; init; }

    [StringLength(4000)]
    public string? Sustainability { get; init; }

    public Confidentiality Confidentiality { get; init; } = Confidentiality.Partners;

    [StringLength(1000)]
    public string? ConfidentialityReason { get; init; }

    public Commitments Commitments { get; init; } = new();

    /// <summary>All countries, the lead one first.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Countries => Country is null ? OtherCountries : [Country, .. OtherCountries];
}

public sealed record Institution
{
    [StringLength(300)]
    public string? Name { get; init; }

    public InstitutionType? Type { get; init; }

    [StringLength(300)]
    public string? Unit { get; init; }
}

public sealed record Contact
{
    [StringLength(200)]
    public string? Name { get; init; }

    [StringLength(200)]
    public string? Title { get; init; }

    [StringLength(256), EmailAddress]
    public string? Email { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    /// <summary>"fr" or "en".</summary>
    [StringLength(2)]
    public string? Language { get; init; }
}

/// <summary>An expected result with how it will be seen.</summary>
public sealed record ExpectedResult
{
    [StringLength(1000)]
    public string? Result { get; init; }

    [StringLength(500)]
    public string? Indicator { get; init; }

    [StringLength(300)]
    public string? Baseline { get; init; }

    [StringLength(300)]
    public string? Target { get; init; }
}

/// <summary>What another partner does or did on the subject.</summary>
public sealed record OtherEffort
{
    [StringLength(300)]
    public string? Partner { get; init; }

    [StringLength(500)]
    public string? Subject { get; init; }

    [StringLength(100)]
    public string? Dates { get; init; }

    [StringLength(100)]
    public string? Status { get; init; }
}

public sealed record Beneficiaries
{
    [StringLength(2000)]
    public string? Institutions { get; init; }

    [Range(0, 1_000_000)]
    public int? Women { get; init; }

    [Range(0, 1_000_000)]
    public int? Men { get; init; }

    [StringLength(300)]
    public string? Level { get; init; }
}

/// <summary>What the host puts at the experts' side.</summary>
public sealed record Absorption
{
    [StringLength(2000)]
    public string? CounterpartTeam { get; init; }

    public bool WorkingSpace { get; init; }

    public bool Interpretation { get; init; }

    public bool Equipment { get; init; }

    [StringLength(500)]
    public string? CounterpartTime { get; init; }
}

/// <summary>Days from and to, both included.</summary>
public sealed record Period
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>Why a rapid deployment: the certified triggering event.</summary>
public sealed record Urgency
{
    [StringLength(2000)]
    public string? Event { get; init; }

    public DateOnly? EventOn { get; init; }

    [StringLength(2000)]
    public string? Consequence { get; init; }

    [StringLength(300)]
    public string? Authority { get; init; }
}

/// <summary>What the requesting side promises. All three are needed to submit.</summary>
public sealed record Commitments
{
    public bool Host { get; init; }

    public bool Evaluate { get; init; }

    public bool Publish { get; init; }
}
