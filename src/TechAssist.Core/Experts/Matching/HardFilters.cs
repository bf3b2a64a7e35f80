namespace TechAssist.Core.Experts.Matching;

/// <summary>Why an expert cannot take a seat (domain data-model 3.5). All that apply are set, not only the first.</summary>
[Flags]
public enum HardFilters
{
    None = 0,

    /// <summary>The consent to be kept on the roster is missing or ran out.</summary>
    Consent = 1 << 0,

    /// <summary>A language the seat needs is not known well enough.</summary>
    Language = 1 << 1,

    /// <summary>Fewer years of work than the profile demands.</summary>
    Experience = 1 << 2,

    /// <summary>Away, or on another mission, during the days on site.</summary>
    Absence = 1 << 3,

    /// <summary>Needs more notice than there is.</summary>
    Notice = 1 << 4,

    /// <summary>The days would be more than the expert gives in a year.</summary>
    DaysAYear = 1 << 5,

    /// <summary>Works from afar only, and the seat is on site.</summary>
    RemoteOnly = 1 << 6,

    /// <summary>A national of a country that asks.</summary>
    Nationality = 1 << 7,

    /// <summary>Worked for the requesting institution in the last 24 months.</summary>
    Employer = 1 << 8,

    /// <summary>Declared a family or financial interest.</summary>
    Interest = 1 << 9,

    /// <summary>Wrote the policy that is looked at.</summary>
    Authorship = 1 << 10,

    /// <summary>Bids for a project that follows on.</summary>
    FollowOn = 1 << 11,

    /// <summary>The own government is in dispute on the matter.</summary>
    Dispute = 1 << 12,

    /// <summary>Ruled out for the case, or judged not ready for missions yet.</summary>
    Exclusion = 1 << 13,

    /// <summary>Stands on the case's list already, or was on it.</summary>
    Asked = 1 << 14,
}

public static class HardFilterSets
{
    /// <summary>Conflicts of interest: the coordinator may waive them with a reason. Nobody waives the others.</summary>
    public const HardFilters Conflicts =
        HardFilters.Nationality | HardFilters.Employer | HardFilters.Interest | HardFilters.Authorship | HardFilters.FollowOn | HardFilters.Dispute;

    /// <summary>What somebody may write down about an expert in a case before it is declared.</summary>
    public const HardFilters Noted =
        HardFilters.Employer | HardFilters.Interest | HardFilters.Authorship | HardFilters.FollowOn | HardFilters.Dispute | HardFilters.Exclusion;

    /// <summary>What says something about the days only: it does not count when a past case is looked at again.</summary>
    public const HardFilters Calendar = HardFilters.Absence | HardFilters.Notice | HardFilters.DaysAYear | HardFilters.Asked;

    /// <summary>Each filter by itself, in the order in which they are shown.</summary>
    public static IReadOnlyList<HardFilters> All { get; } = [.. Enum.GetValues<HardFilters>().Where(filter => filter != HardFilters.None)];

    /// <summary>The filters set, one by one.</summary>
    public static IEnumerable<HardFilters> Each(this HardFilters filters) => All.Where(filter => filters.HasFlag(filter));
}
