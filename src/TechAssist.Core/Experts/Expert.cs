using TechAssist.Core.People;

namespace TechAssist.Core.Experts;

/// <summary>Follows from readiness and notice; nobody sets it.</summary>
public enum ExpertPool { General, Rapid }

/// <summary>The secretariat's judgement after a first mission or an interview.</summary>
public enum Suitability { NotAssessed, DeployNow, WithStrongerPartner, NotYet }

/// <summary>Somebody on the roster. The profile is kept as it was typed; what the roster is searched by stands beside it in
/// tables of its own, written only from the profile.</summary>
public sealed class Expert
{
    private Expert()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The account with which the expert signs in; null while there is none.</summary>
    public Guid? PersonId { get; private set; }

    public Person? Person { get; private set; }

    public ExpertProfile Profile { get; private set; } = new();

    /// <summary>"Given names Family name".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Family name first, without accents and in lower case, to sort by.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Everything worth finding, without accents and in lower case.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The words of the whole name without accents and case, in alphabetical order: two people of one name have one key.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The address of the profile in lower case.</summary>
    public string? EmailKey { get; private set; }

    public int? BirthYear { get; private set; }

    /// <summary>Until this day the storage consent holds; without it nobody finds the expert.</summary>
    public DateOnly? ConsentUntilOn { get; private set; }

    /// <summary>When the availability was last said to be right: with the profile, or by itself.</summary>
    public DateOnly ConfirmedOn { get; private set; }

    /// <summary>Until this day, included, in the rapid pool, as far as everything stays as it is; null: not in it.</summary>
    public DateOnly? RapidUntilOn { get; private set; }

    /// <summary>The next day on which the expert is asked whether something still holds; null when nothing ever runs out.</summary>
    public DateOnly? NextAskOn { get; private set; }

    public Suitability Suitability { get; private set; }

    /// <summary>The secretariat's notes, never shown to others.</summary>
    public string? StaffNote { get; private set; }

    public List<ExpertTheme> Themes { get; } = [];

    public List<ExpertLanguage> Languages { get; } = [];

    public List<ExpertNationality> Nationalities { get; } = [];

    public List<ExpertCountry> Countries { get; } = [];

    public List<ExpertAbsence> Absences { get; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime SavedAt { get; private set; }

    public int Revision { get; private set; }

    internal static Expert Add(ExpertProfile profile, DateTime now)
    {
        var expert = new Expert { Id = Guid.CreateVersion7(now), CreatedAt = now };
        expert.Write(profile, now);
        return expert;
    }

    internal void Write(ExpertProfile profile, DateTime now)
    {
        Profile = profile;
        Name = profile.Name;
        SortName = FoldedText.Of($"{profile.FamilyName} {profile.GivenNames}");
        SearchText = FoldedText.Of(string.Join(' ', profile.FamilyName, profile.GivenNames, profile.Employer, profile.Degrees, profile.Bio.Fr, profile.Bio.En));
        NameKey = SamePerson.NameKeyOf(profile);
        EmailKey = SamePerson.EmailKeyOf(profile);
        BirthYear = profile.BirthYear;
        ConsentUntilOn = profile.Consents.Where(consent => consent.Kind == ConsentKind.Storage).Select(consent => (DateOnly?)consent.ExpiresOn).Max();
        Themes.Follow(profile.Themes.DistinctBy(theme => theme.Theme), (row, skill) => row.Theme == skill.Theme && row.Level == skill.Level, skill => new ExpertTheme(Id, skill.Theme, skill.Level));
        Languages.Follow(profile.Languages.DistinctBy(skill => skill.Language), (row, skill) => row.Language == skill.Language && row.Level == skill.Level, skill => new ExpertLanguage(Id, skill.Language, skill.Level));
        Nationalities.Follow(profile.Nationalities.Distinct(), (row, country) => row.Country == country, country => new ExpertNationality(Id, country));
        Countries.Follow(profile.Countries.DistinctBy(work => work.Country), (row, work) => row.Country == work.Country, work => new ExpertCountry(Id, work.Country));
        Absences.Follow(
            profile.Unavailable.Where(period => period is { From: not null, To: not null }).DistinctBy(period => period.From),
            (row, period) => row.From == period.From && row.To == period.To,
            period => new ExpertAbsence(Id, period.From!.Value, period.To!.Value));
        SavedAt = now;
        ConfirmAvailability(now);
    }

    /// <summary>What the profile says of the days still holds.</summary>
    internal void ConfirmAvailability(DateTime now)
    {
        ConfirmedOn = DateOnly.FromDateTime(now);
        RapidUntilOn = Matching.Readiness.RapidUntil(Profile, ConfirmedOn);
        NextAskOn = Asks.AskLadder.NextFrom(Profile, ConfirmedOn, ConfirmedOn);
        Revision++;
    }

    /// <summary>What was due to be asked by that day was asked.</summary>
    internal void Asked(DateOnly today)
    {
        NextAskOn = Asks.AskLadder.NextAfter(Profile, ConfirmedOn, today);
        Revision++;
    }

    /// <summary>As it was before an import that is taken back.</summary>
    internal void Restore(ExpertProfile profile, DateOnly confirmedOn, DateTime now)
    {
        Write(profile, now);
        ConfirmedOn = confirmedOn;
        RapidUntilOn = Matching.Readiness.RapidUntil(Profile, ConfirmedOn);
        NextAskOn = Asks.AskLadder.NextFrom(Profile, ConfirmedOn, DateOnly.FromDateTime(now));
    }

    internal void Assess(Suitability suitability, string? note, DateTime now)
    {
        Suitability = suitability;
        StaffNote = note;
        SavedAt = now;
        Revision++;
    }

    internal void Link(Guid personId)
    {
        PersonId = personId;
        Revision++;
    }
}

/// <summary>A theme an expert masters, for the search.</summary>
public sealed class ExpertTheme(Guid expertId, string theme, ThemeLevel level)
{
    public Guid ExpertId { get; private set; } = expertId;

    public string Theme { get; private set; } = theme;

    public ThemeLevel Level { get; private set; } = level;
}

/// <summary>A language with the level that holds for all four skills, for the search.</summary>
public sealed class ExpertLanguage(Guid expertId, string language, Cefr level)
{
    public Guid ExpertId { get; private set; } = expertId;

    public string Language { get; private set; } = language;

    public Cefr Level { get; private set; } = level;
}

public sealed class ExpertNationality(Guid expertId, string country)
{
    public Guid ExpertId { get; private set; } = expertId;

    public string Country { get; private set; } = country;
}

/// <summary>A country the expert worked in, for the search.</summary>
public sealed class ExpertCountry(Guid expertId, string country)
{
    public Guid ExpertId { get; private set; } = expertId;

    public string Country { get; private set; } = country;
}

/// <summary>Days on which the expert cannot work, both included.</summary>
public sealed class ExpertAbsence(Guid expertId, DateOnly from, DateOnly to)
{
    public Guid ExpertId { get; private set; } = expertId;

    public DateOnly From { get; private set; } = from;

    public DateOnly To { get; private set; } = to;
}
