using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Matching;

/// <summary>Days from and to, both included.</summary>
public readonly record struct Days(DateOnly From, DateOnly To)
{
    public bool Touches(DateOnly from, DateOnly to) => From <= to && To >= from;
}

public readonly record struct KnownTheme(string Theme, ThemeLevel Level);

/// <summary>A language with the level that holds for all four skills.</summary>
public readonly record struct KnownLanguage(string Language, Cefr Level);

public readonly record struct KnownCountry(string Country, int Months);

/// <summary>Somebody the expert works or worked for: the folded name, the country where it is known, the last day where it ended.</summary>
public sealed record KnownEmployer(string FoldedName, string? Country, DateOnly? UntilOn);

/// <summary>An expert as matching looks at him or her: read-only, small enough to hold the whole roster in memory.</summary>
public sealed record Candidate
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string SortName { get; init; }

    public Sex? Sex { get; init; }

    public string[] Nationalities { get; init; } = [];

    public string? Residence { get; init; }

    public KnownTheme[] Themes { get; init; } = [];

    public string[] Types { get; init; } = [];

    public KnownLanguage[] Languages { get; init; } = [];

    public KnownCountry[] Countries { get; init; } = [];

    public KnownEmployer[] Employers { get; init; } = [];

    public int Years { get; init; }

    public int NoticeDays { get; init; }

    public int? MostDaysAYear { get; init; }

    public bool RemoteOnly { get; init; }

    public Days[] Away { get; init; } = [];

    public ReadinessItem[] Readiness { get; init; } = [];

    /// <summary>Until this day, not included, the storage consent holds.</summary>
    public DateOnly? ConsentUntilOn { get; init; }

    /// <summary>When the expert last said that the availability is right.</summary>
    public DateOnly ConfirmedOn { get; init; }

    public Suitability Suitability { get; init; }

    /// <summary>Has an account or an address, so can be asked.</summary>
    public bool CanBeAsked { get; init; }

    public TrackRecord Record { get; init; } = TrackRecord.None;

    public ThemeLevel? LevelIn(string theme)
    {
        foreach (var known in Themes)
        {
            if (known.Theme == theme)
            {
                return known.Level;
            }
        }

        return null;
    }

    public Cefr LevelOf(string language)
    {
        foreach (var known in Languages)
        {
            if (known.Language == language)
            {
                return known.Level;
            }
        }

        return Cefr.None;
    }

    public static Candidate Of(
        Guid id, ExpertProfile profile, string sortName, DateOnly? consentUntilOn, DateOnly confirmedOn, Suitability suitability, bool canBeAsked, TrackRecord record) => new()
        {
            Id = id,
            Name = profile.Name,
            SortName = sortName,
            Sex = profile.Sex,
            // Codes are few and compared often: one string each, so that a comparison ends at the reference.
            Nationalities = [.. profile.Nationalities.Select(string.Intern)],
            Residence = profile.Residence,
            Themes = [.. profile.Themes.Select(skill => new KnownTheme(string.Intern(skill.Theme), skill.Level))],
            Types = [.. profile.AssistanceTypes.Select(string.Intern)],
            Languages = [.. profile.Languages.Select(skill => new KnownLanguage(string.Intern(skill.Language), skill.Level))],
            Countries = [.. profile.Countries.GroupBy(work => string.Intern(work.Country)).Select(works => new KnownCountry(works.Key, works.Sum(work => work.Months)))],
            Employers = EmployersOf(profile),
            Years = profile.Years,
            NoticeDays = profile.NoticeDays,
            MostDaysAYear = profile.MostDaysAYear,
            RemoteOnly = profile.RemoteOnly,
            Away = AwayOf(profile.Unavailable),
            Readiness = [.. profile.Readiness],
            ConsentUntilOn = consentUntilOn,
            ConfirmedOn = confirmedOn,
            Suitability = suitability,
            CanBeAsked = canBeAsked,
            Record = record,
        };

    /// <summary>The same with everything a filter reads allocated together: a roster is gone through in its order, and memory
    /// that lies in that order is read several times faster.</summary>
    public Candidate Together() => this with
    {
        Languages = [.. Languages],
        Nationalities = [.. Nationalities],
        Employers = [.. Employers.Select(employer => employer with { })],
        Away = [.. Away],
        Themes = [.. Themes],
        Types = [.. Types],
        Countries = [.. Countries],
        Readiness = [.. Readiness.Select(item => item with { })],
    };

    private static Days[] AwayOf(IReadOnlyList<Period> periods) =>
        [.. periods.Where(period => period is { From: not null, To: not null }).Select(period => new Days(period.From!.Value, period.To!.Value))];

    private static string? Code(string? code) => string.IsNullOrEmpty(code) ? null : string.Intern(code);

    private static KnownEmployer[] EmployersOf(ExpertProfile profile)
    {
        var employers = profile.PastEmployers
            .Where(past => !string.IsNullOrWhiteSpace(past.Name))
            .Select(past => new KnownEmployer(FoldedText.Of(past.Name), Code(past.Country), past.UntilOn));
        return string.IsNullOrWhiteSpace(profile.Employer)
            ? [.. employers]
            : [new KnownEmployer(FoldedText.Of(profile.Employer), Code(profile.Residence), null), .. employers];
    }
}

/// <summary>Days another mission takes, and how many expert days of the year it counts.</summary>
public readonly record struct Engagement(Days Days, int ExpertDays);

/// <summary>What the expert did with us so far.</summary>
public sealed record TrackRecord
{
    public static readonly TrackRecord None = new();

    /// <summary>Missions planned, under way or done.</summary>
    public Engagement[] Missions { get; init; } = [];

    /// <summary>The days on which somebody who was then chosen had been put forward.</summary>
    public DateOnly[] ChosenOn { get; init; } = [];

    public int Asked { get; init; }

    public int Answered { get; init; }

    /// <summary>Mean of the appraisals' scores, 1 to 5; null before the first.</summary>
    public double? Appraisal { get; init; }

    /// <summary>Stands on this many cases' lists.</summary>
    public int OpenNominations { get; init; }

    /// <summary>How often chosen in the 24 months before a day.</summary>
    public int ChosenSince(DateOnly day)
    {
        var count = 0;
        foreach (var on in ChosenOn)
        {
            count += on >= day ? 1 : 0;
        }

        return count;
    }

    public int ExpertDaysIn(int year)
    {
        var days = 0;
        foreach (var mission in Missions)
        {
            days += mission.Days.From.Year == year ? mission.ExpertDays : 0;
        }

        return days;
    }
}
