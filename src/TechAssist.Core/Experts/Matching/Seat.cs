using System.Collections.Frozen;

namespace TechAssist.Core.Experts.Matching;

/// <summary>A language with the lowest level that will do.</summary>
public readonly record struct NeededLanguage(string Language, Cefr Level);

/// <summary>One place in a team with everything it asks of an expert: a profile of the terms of reference, or the request
/// itself before there are terms.</summary>
public sealed record Seat
{
    public required Guid RequestId { get; init; }

    /// <summary>Its number among the profiles of the terms, from 0.</summary>
    public int Number { get; init; }

    public LangText Role { get; init; } = new();

    /// <summary>The day on which it is asked, in the secretariat's calendar.</summary>
    public required DateOnly Today { get; init; }

    public string? Theme { get; init; }

    public string[] OtherThemes { get; init; } = [];

    public string[] Types { get; init; } = [];

    public NeededLanguage[] Languages { get; init; } = [];

    /// <summary>One of the languages is enough: the terms name none for the profile, and these are the working languages of the case.</summary>
    public bool AnyLanguageDoes { get; init; }

    /// <summary>The countries that ask.</summary>
    public string[] Countries { get; init; } = [];

    /// <summary>The other countries of their regions.</summary>
    public FrozenSet<string> Neighbours { get; init; } = [];

    /// <summary>The countries that may ask for assistance: an expert of one of them is South-South cooperation.</summary>
    public FrozenSet<string> South { get; init; } = [];

    /// <summary>First and last day of the work; null while nobody knows.</summary>
    public Days? On { get; init; }

    public bool IsOnSite { get; init; } = true;

    /// <summary>Expert days of this seat.</summary>
    public int ExpertDays { get; init; }

    /// <summary>Years of work the profile demands.</summary>
    public int Years { get; init; }

    /// <summary>Working days between today and the first day; null while nobody knows.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>The requesting institution, folded.</summary>
    public string Institution { get; init; } = "";

    public TravelRules Travel { get; init; } = TravelRules.None;

    /// <summary>The sex of which fewer were chosen in the last 24 months.</summary>
    public Sex FewerSex { get; init; } = Sex.Female;

    /// <summary>What was declared or written down about an expert in this case.</summary>
    public IReadOnlyDictionary<Guid, HardFilters> Found { get; init; } = FrozenDictionary<Guid, HardFilters>.Empty;

    /// <summary>What the coordinator waived for an expert in this case.</summary>
    public IReadOnlyDictionary<Guid, HardFilters> Waived { get; init; } = FrozenDictionary<Guid, HardFilters>.Empty;

    /// <summary>Filters that are not looked at.</summary>
    public HardFilters Ignored { get; init; }

    /// <summary>Nominations name their seat by its role, in either language.</summary>
    public bool IsFor(string role) => Role.Fr?.Trim() == role || Role.En?.Trim() == role;
}
