namespace TechAssist.Core.Experts.Matching;

/// <summary>The worst of the items counts.</summary>
public enum ReadinessLight
{
    /// <summary>Everything is in order.</summary>
    Green,

    /// <summary>Something is to be done, and there is time for it.</summary>
    Amber,

    /// <summary>Something is missing that can no longer be had before the departure.</summary>
    Red,
}

public enum ReadinessFault
{
    Missing,

    /// <summary>Ran out.</summary>
    Expired,

    /// <summary>Runs out before the mission ends.</summary>
    EndsDuring,

    /// <summary>A passport with less than twelve months left at the departure.</summary>
    ShortPassport,

    /// <summary>Nobody knows whether a visa is needed and had.</summary>
    VisaToCheck,

    /// <summary>The availability was not confirmed for 90 days.</summary>
    StaleAvailability,
}

/// <summary>One thing to be done. <paramref name="Kind"/> is null for the availability.</summary>
public readonly record struct ReadinessReason(ReadinessKind? Kind, ReadinessFault Fault, ReadinessLight Light, DateOnly? On);

/// <summary>Readiness for one journey: the days, the countries, and whether anybody travels at all.</summary>
public readonly record struct Journey(DateOnly Today, DateOnly From, DateOnly To, bool IsOnSite, TravelRules Rules);

/// <summary>Whether an expert could leave (domain data-model 3.4). Pure.</summary>
public static class Readiness
{
    public const int PassportMonths = 12;

    /// <summary>An availability older than this is asked for again.</summary>
    public const int StaleAfterDays = 90;

    /// <summary>The most notice of the rapid pool, in working days.</summary>
    public const int RapidNoticeDays = 5;

    /// <summary>What everybody needs who travels, except the yellow-fever certificate and the visa, which depend on the country.</summary>
    private static readonly ReadinessKind[] ForTravel =
        [ReadinessKind.Passport, ReadinessKind.Medical, ReadinessKind.SecurityTraining, ReadinessKind.Insurance, ReadinessKind.Safeguarding];

    private static readonly ReadinessKind[] WithYellowFever = [.. ForTravel, ReadinessKind.YellowFever];

    private static readonly ReadinessKind[] FromAfar = [ReadinessKind.Safeguarding];

    /// <summary>Calendar days it usually takes to have it. A yellow-fever certificate counts from ten days after the vaccination
    /// (International Health Regulations, annex 7); the others are our experience.</summary>
    public static int LeadDays(ReadinessKind kind) => kind switch
    {
        ReadinessKind.Passport => 30,
        ReadinessKind.Visa => 15,
        ReadinessKind.YellowFever => 12,
        ReadinessKind.Medical => 10,
        ReadinessKind.Insurance => 3,
        ReadinessKind.SecurityTraining or ReadinessKind.Safeguarding => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such readiness item."),
    };

    public static ReadinessLight LightOf(Candidate candidate, Journey journey)
    {
        var light = Stale(candidate, journey)?.Light ?? ReadinessLight.Green;
        foreach (var kind in Needed(journey))
        {
            light = Max(light, FaultOf(candidate, kind, journey)?.Light);
        }

        return Max(light, VisaFault(candidate, journey)?.Light);
    }

    /// <summary>What is to be done, the gravest first.</summary>
    public static IReadOnlyList<ReadinessReason> ReasonsOf(Candidate candidate, Journey journey)
    {
        var reasons = new List<ReadinessReason>();
        foreach (var kind in Needed(journey))
        {
            Add(FaultOf(candidate, kind, journey));
        }

        Add(VisaFault(candidate, journey));
        Add(Stale(candidate, journey));
        return [.. reasons.OrderByDescending(reason => reason.Light)];

        void Add(ReadinessReason? reason)
        {
            if (reason is { } found)
            {
                reasons.Add(found);
            }
        }
    }

    /// <summary>Until this day, included, the expert is in the rapid pool: everything in order with the passport still good for
    /// twelve months, the availability fresh, and at most five working days of notice. Null: not in it.</summary>
    public static DateOnly? RapidUntil(ExpertProfile profile, DateOnly confirmedOn)
    {
        if (profile.NoticeDays > RapidNoticeDays || profile.RemoteOnly)
        {
            return null;
        }

        var until = confirmedOn.AddDays(StaleAfterDays);
        foreach (var kind in WithYellowFever)
        {
            if (Best([.. profile.Readiness], kind, null) is not { } last)
            {
                return null;
            }

            var holds = kind == ReadinessKind.Passport && last != DateOnly.MaxValue ? last.AddMonths(-PassportMonths) : last;
            until = holds < until ? holds : until;
        }

        return until;
    }

    private static ReadinessKind[] Needed(Journey journey) =>
        !journey.IsOnSite ? FromAfar : journey.Rules.NeedsYellowFever ? WithYellowFever : ForTravel;

    private static ReadinessReason? FaultOf(Candidate candidate, ReadinessKind kind, Journey journey)
    {
        var last = Best(candidate.Readiness, kind, null);
        var fault = last switch
        {
            null => ReadinessFault.Missing,
            { } day when day < journey.Today => ReadinessFault.Expired,
            { } day when day < journey.To => ReadinessFault.EndsDuring,
            { } day when kind == ReadinessKind.Passport && day < Later(journey.From) => ReadinessFault.ShortPassport,
            _ => (ReadinessFault?)null,
        };
        return fault is { } found
            ? new ReadinessReason(kind, found, found == ReadinessFault.ShortPassport ? ReadinessLight.Amber : LightFor(kind, journey), last)
            : null;
    }

    private static DateOnly Later(DateOnly from) => from > DateOnly.MaxValue.AddMonths(-PassportMonths) ? DateOnly.MaxValue : from.AddMonths(PassportMonths);

    private static ReadinessReason? VisaFault(Candidate candidate, Journey journey)
    {
        if (!journey.IsOnSite || journey.Rules.Countries.Length == 0 || journey.Rules.IsFreeFor(candidate))
        {
            return null;
        }

        foreach (var country in journey.Rules.Countries)
        {
            if (!(Best(candidate.Readiness, ReadinessKind.Visa, country) >= journey.To))
            {
                return new ReadinessReason(ReadinessKind.Visa, ReadinessFault.VisaToCheck, ReadinessLight.Amber, null);
            }
        }

        return null;
    }

    private static ReadinessReason? Stale(Candidate candidate, Journey journey) =>
        candidate.ConfirmedOn.AddDays(StaleAfterDays) < journey.Today
            ? new ReadinessReason(null, ReadinessFault.StaleAvailability, ReadinessLight.Amber, candidate.ConfirmedOn)
            : null;

    private static ReadinessLight LightFor(ReadinessKind kind, Journey journey) =>
        journey.Today.AddDays(LeadDays(kind)) <= journey.From ? ReadinessLight.Amber : ReadinessLight.Red;

    /// <summary>The last day of the item that lasts longest; the last day there is for one that does not run out.</summary>
    private static DateOnly? Best(ReadinessItem[] items, ReadinessKind kind, string? country)
    {
        DateOnly? best = null;
        foreach (var item in items)
        {
            if (item.Kind == kind && (country is null || item.Country == country))
            {
                var last = item.ValidUntil ?? DateOnly.MaxValue;
                best = best > last ? best : last;
            }
        }

        return best;
    }

    private static ReadinessLight Max(ReadinessLight light, ReadinessLight? other) => other > light ? other.Value : light;
}
