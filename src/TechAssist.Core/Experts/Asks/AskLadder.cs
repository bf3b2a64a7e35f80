namespace TechAssist.Core.Experts.Asks;

/// <summary>Something in a profile that stops holding after a day.</summary>
/// <param name="Item">"Availability", "Passport", "Visa:SN", "Consent:Storage": the same thing always has the same key.</param>
/// <param name="On">The last day it holds.</param>
public readonly record struct Expiry(string Item, DateOnly On);

/// <summary>An ask that is owed.</summary>
/// <param name="Stage">So many days before <paramref name="On"/>; below zero after it.</param>
public readonly record struct OwedAsk(string Item, DateOnly On, int Stage);

/// <summary>When an expert is asked whether something still holds: papers and consents 90, 30 and 7 days before they run out, the
/// availability when it is stale and once more a month later. After a time without a sweep only the last stage is owed. Pure.</summary>
public static class AskLadder
{
    public const string Availability = "Availability";

    private const string ConsentPrefix = "Consent:";

    private static readonly int[] BeforeItRunsOut = [90, 30, 7];

    private static readonly int[] OnceStale = [0, -30];

    /// <summary>What is owed on that day, whether or not it was asked before.</summary>
    public static IReadOnlyList<OwedAsk> Owed(ExpertProfile profile, DateOnly confirmedOn, DateOnly today) =>
    [
        .. from expiry in Expiries(profile, confirmedOn)
           let stages = StagesOf(expiry.Item).Where(stage => Day(expiry, stage) <= today).ToList()
           where stages.Count > 0
           select new OwedAsk(expiry.Item, expiry.On, stages.Min()),
    ];

    /// <returns>The first day after <paramref name="today"/> on which something is owed; null when nothing ever is.</returns>
    public static DateOnly? NextAfter(ExpertProfile profile, DateOnly confirmedOn, DateOnly today) =>
        Expiries(profile, confirmedOn)
            .SelectMany(expiry => StagesOf(expiry.Item).Select(stage => (DateOnly?)Day(expiry, stage)))
            .Where(day => day > today)
            .Min();

    /// <returns>The same, <paramref name="today"/> included.</returns>
    public static DateOnly? NextFrom(ExpertProfile profile, DateOnly confirmedOn, DateOnly today) =>
        Owed(profile, confirmedOn, today).Count > 0 ? today : NextAfter(profile, confirmedOn, today);

    /// <summary>The consent an item speaks of; null when it speaks of something else.</summary>
    public static ConsentKind? ConsentOf(string item) =>
        item.StartsWith(ConsentPrefix, StringComparison.Ordinal) && Enum.TryParse<ConsentKind>(item[ConsentPrefix.Length..], out var kind) ? kind : null;

    /// <summary>The paper an item speaks of, with the country of a visa; null when it speaks of something else.</summary>
    public static (ReadinessKind Kind, string? Country)? PaperOf(string item) =>
        item.Split(':') is var parts && Enum.TryParse<ReadinessKind>(parts[0], out var kind) ? (kind, parts.ElementAtOrDefault(1)) : null;

    private static IEnumerable<Expiry> Expiries(ExpertProfile profile, DateOnly confirmedOn)
    {
        yield return new Expiry(Availability, confirmedOn.AddDays(Matching.Readiness.StaleAfterDays));

        // Of two passports the one that lasts longer counts.
        foreach (var papers in profile.Readiness.GroupBy(item => item.Kind == ReadinessKind.Visa ? $"{item.Kind}:{item.Country}" : item.Kind.ToString()))
        {
            if (papers.All(item => item.ValidUntil is not null))
            {
                yield return new Expiry(papers.Key, papers.Max(item => item.ValidUntil!.Value));
            }
        }

        foreach (var consents in profile.Consents.GroupBy(consent => consent.Kind))
        {
            yield return new Expiry(ConsentPrefix + consents.Key, consents.Max(consent => consent.ExpiresOn));
        }
    }

    private static int[] StagesOf(string item) => item == Availability ? OnceStale : BeforeItRunsOut;

    private static DateOnly Day(Expiry expiry, int stage) =>
        DateOnly.FromDayNumber(Math.Clamp(expiry.On.DayNumber - stage, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
