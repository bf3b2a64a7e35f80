using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>Levels of the Common European Framework of Reference for Languages, lowest first.</summary>
public enum Cefr { None, A1, A2, B1, B2, C1, C2 }

public enum Sex { Female, Male, Other }

public enum ExpertStatus { PublicOfficial, RetiredOfficial, Academic, Consultant, InternationalOrganisation, Diaspora }

public enum Education { Secondary, Bachelor, Master, Doctorate }

/// <summary>How well somebody knows a theme, lowest first.</summary>
public enum ThemeLevel { Aware = 1, Practitioner, Expert, Trainer }

public enum ConsentKind { Storage, ShareCv, PublishName }

public enum ReadinessKind { Passport, Medical, YellowFever, SecurityTraining, Safeguarding, Insurance, Visa }

/// <summary>What an expert says of himself or herself (domain data-model 3.4): the form of the profile, stored as it is.</summary>
public sealed record ExpertProfile
{
    [Required, StringLength(100)]
    public string FamilyName { get; init; } = "";

    [Required, StringLength(100)]
    public string GivenNames { get; init; } = "";

    /// <summary>Where calls are read by somebody without an account.</summary>
    [StringLength(256), EmailAddress]
    public string? Email { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    public Sex? Sex { get; init; }

    [Range(1930, 2020)]
    public int? BirthYear { get; init; }

    /// <summary>ISO 3166-1 alpha-2; they decide the conflict check.</summary>
    [MaxLength(4)]
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    /// <summary>Country of residence.</summary>
    [StringLength(2)]
    public string? Residence { get; init; }

    /// <summary>Region of the country of residence with holidays of its own (ISO 3166-2, "DE-BY").</summary>
    [StringLength(10)]
    public string? Region { get; init; }

    /// <summary>IANA name of the zone in which the expert works, where it is not that of the country of residence.</summary>
    [StringLength(60)]
    public string? TimeZone { get; init; }

    public ExpertStatus Status { get; init; }

    [StringLength(300)]
    public string? Employer { get; init; }

    /// <summary>Employers of the last years: working for the requesting institution within 24 months is a conflict.</summary>
    [MaxLength(10)]
    public IReadOnlyList<PastEmployer> PastEmployers { get; init; } = [];

    /// <summary>Who must release a public official, and how to reach them.</summary>
    [StringLength(500)]
    public string? SendingAuthority { get; init; }

    public Education? Education { get; init; }

    [StringLength(1000)]
    public string? Degrees { get; init; }

    [Range(0, 60)]
    public int Years { get; init; }

    [Range(0, 60)]
    public int YearsInMigration { get; init; }

    [MaxLength(4)]
    public IReadOnlyList<ThemeSkill> Themes { get; init; } = [];

    [MaxLength(13)]
    public IReadOnlyList<string> AssistanceTypes { get; init; } = [];

    [MaxLength(12)]
    public IReadOnlyList<LanguageSkill> Languages { get; init; } = [];

    [MaxLength(40)]
    public IReadOnlyList<CountryWork> Countries { get; init; } = [];

    /// <summary>At most 1,200 characters in each language.</summary>
    public LangText Bio { get; init; } = new();

    /// <summary>Working days needed between the call and the departure.</summary>
    [Range(0, 365)]
    public int NoticeDays { get; init; } = 20;

    [Range(0, 260)]
    public int? MostDaysAYear { get; init; }

    public bool RemoteOnly { get; init; }

    /// <summary>The days and hours the expert works, where they are not those of the country of residence.</summary>
    public OwnWeek Week { get; init; } = new();

    [MaxLength(30)]
    public IReadOnlyList<Period> Unavailable { get; init; } = [];

    [MaxLength(20)]
    public IReadOnlyList<ReadinessItem> Readiness { get; init; } = [];

    /// <summary>People who can speak of the expert's work. Never exported, never shown to a beneficiary.</summary>
    [MaxLength(3)]
    public IReadOnlyList<Referee> References { get; init; } = [];

    [MaxLength(6)]
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    [JsonIgnore]
    public string Name => $"{GivenNames} {FamilyName}".Trim();

    /// <summary>Consent holds on that day.</summary>
    public bool Allows(ConsentKind kind, DateOnly on) => Consents.Any(consent => consent.Kind == kind && consent.GivenOn <= on && on < consent.ExpiresOn);
}

/// <summary>An expert's own working week. What is left out is as in the country of residence.</summary>
public sealed record OwnWeek
{
    /// <summary>The days of the week the expert does not work; none: those of the country.</summary>
    [MaxLength(6)]
    public IReadOnlyList<DayOfWeek> DaysOff { get; init; } = [];

    /// <summary>Local time.</summary>
    public TimeOnly? OpensAt { get; init; }

    /// <summary>Local time, later than <see cref="OpensAt"/>.</summary>
    public TimeOnly? ClosesAt { get; init; }

    /// <summary>The first day on which it is so; null: as long as it goes back.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it is so; null: until told otherwise.</summary>
    public DateOnly? ValidTo { get; init; }

    [JsonIgnore]
    public bool IsEmpty => DaysOff.Count == 0 && OpensAt is null && ClosesAt is null;
}

/// <summary>A theme with its level; level 3 and above names the work that shows it.</summary>
public sealed record ThemeSkill
{
    [Required, StringLength(10)]
    public string Theme { get; init; } = "";

    public ThemeLevel Level { get; init; } = ThemeLevel.Aware;

    [StringLength(1000)]
    public string? Evidence { get; init; }
}

public sealed record LanguageSkill
{
    /// <summary>ISO 639-1.</summary>
    [Required, StringLength(2)]
    public string Language { get; init; } = "";

    public bool IsMotherTongue { get; init; }

    public Cefr Reading { get; init; }

    public Cefr Listening { get; init; }

    public Cefr Speaking { get; init; }

    public Cefr Writing { get; init; }

    /// <summary>The lowest of the four skills: a mission needs all of them. A mother tongue is C2.</summary>
    [JsonIgnore]
    public Cefr Level => IsMotherTongue ? Cefr.C2 : new[] { Reading, Listening, Speaking, Writing }.Min();
}

public sealed record CountryWork
{
    [Required, StringLength(2)]
    public string Country { get; init; } = "";

    [Range(0, 600)]
    public int Months { get; init; }

    [StringLength(300)]
    public string? Role { get; init; }
}

/// <summary>Somebody the expert worked for before.</summary>
public sealed record PastEmployer
{
    [Required, StringLength(300)]
    public string Name { get; init; } = "";

    [StringLength(2)]
    public string? Country { get; init; }

    /// <summary>Last day of work there.</summary>
    [Required]
    public DateOnly? UntilOn { get; init; }
}

/// <summary>Somebody who can speak of an expert's work, and knows of being named.</summary>
public sealed record Referee
{
    [Required, StringLength(200)]
    public string Name { get; init; } = "";

    /// <summary>Post and institution.</summary>
    [StringLength(300)]
    public string? Position { get; init; }

    [StringLength(256), EmailAddress]
    public string? Email { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }
}

/// <summary>Something that must be in order before a departure.</summary>
public sealed record ReadinessItem
{
    public ReadinessKind Kind { get; init; }

    /// <summary>The country a visa is for.</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    /// <summary>Last day; null for what does not run out.</summary>
    public DateOnly? ValidUntil { get; init; }

    [StringLength(300)]
    public string? Note { get; init; }
}

/// <summary>A consent given on a day to a version of the privacy notice. It holds for 24 months.</summary>
public sealed record Consent
{
    public ConsentKind Kind { get; init; }

    public DateOnly GivenOn { get; init; }

    /// <summary>The version of the privacy notice in force.</summary>
    public const string CurrentVersion = "1";

    public const int Months = 24;

    [StringLength(20)]
    public string Version { get; init; } = CurrentVersion;

    [JsonIgnore]
    public DateOnly ExpiresOn => GivenOn.AddMonths(Months);
}
