using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Asks;

/// <summary>One thing that is asked about.</summary>
/// <param name="Item">See <see cref="Expiry.Item"/>.</param>
public sealed record AskedItem(string Item, DateOnly On);

/// <summary>What the page behind the link shows. <paramref name="Problem"/>: the rule that stands in the way; null when none does.</summary>
public sealed record AsksToAnswer(
    string Expert, string Language, IReadOnlyList<AskedItem> Items, int NoticeDays, int? MostDaysAYear, bool RemoteOnly, IReadOnlyList<Period> Unavailable, string? Problem);

/// <summary>A paper that was renewed.</summary>
public sealed record Renewal
{
    [StringLength(40)]
    public string Item { get; init; } = "";

    /// <summary>The new last day; null when it is not renewed yet.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>What the expert says. Notice, days and absences stand for the whole availability.</summary>
public sealed record AnswerAskInput
{
    [Range(0, 365)]
    public int NoticeDays { get; init; }

    [Range(0, 260)]
    public int? MostDaysAYear { get; init; }

    public bool RemoteOnly { get; init; }

    [MaxLength(30)]
    public IReadOnlyList<Period> Unavailable { get; init; } = [];

    [MaxLength(30)]
    public IReadOnlyList<Renewal> Renewals { get; init; } = [];

    /// <summary>The consents that come to an end are given for another 24 months.</summary>
    public bool RenewConsents { get; init; }
}

/// <summary>An expert's answer by the signed link of a mail that asks whether everything still holds, without signing in.</summary>
public sealed class AnswerAsk(TechAssistDb db, FindLink findLink, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>What the link's holder reads. Changes nothing: programs that scan mails open every link.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<AsksToAnswer> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.KeepReady, cancellationToken);
        if (link.Problem(clock.GetUtcNow().UtcDateTime) is { } problem)
        {
            return new AsksToAnswer("", link.Language, [], 0, null, false, [], problem);
        }

        var expert = await db.Experts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == link.SubjectId, cancellationToken) ?? throw Gone;
        var profile = expert.Profile;
        return new AsksToAnswer(
            expert.Name, link.Language, Open(await AsksAsync(expert.Id, cancellationToken)), profile.NoticeDays, profile.MostDaysAYear, profile.RemoteOnly, profile.Unavailable, null);
    }

    /// <exception cref="InvalidInputException">A day is missing or in the past.</exception>
    /// <exception cref="NotFoundException">Made up or changed, or no longer on the roster.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>.</exception>
    public async Task ExecuteAsync(string? token, AnswerAskInput input, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.KeepReady, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var expert = await db.Experts.WithRows().SingleOrDefaultAsync(row => row.Id == link.SubjectId, cancellationToken) ?? throw Gone;
        var asks = await AsksAsync(expert.Id, cancellationToken);
        Check(input, Open(asks), today);
        var profile = Renewed(expert.Profile, input, Open(asks), today);
        expert.Write(profile, now);
        asks.ForEach(ask => ask.Answered(now));
        link.Use(now);
        var by = new Actor(expert.PersonId ?? expert.Id, link.HolderName, link.Language, []);
        await timeline.AddAsync(null, ExpertLine.Of("expert-kept-ready", expert), by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Check(AnswerAskInput input, IReadOnlyList<AskedItem> asked, DateOnly today)
    {
        List<FieldError> errors = [];
        for (var index = 0; index < input.Renewals.Count; index++)
        {
            if (!asked.Any(item => item.Item == input.Renewals[index].Item))
            {
                errors.Add(new FieldError($"renewals[{index}].until", "not-a-choice"));
            }
            else if (input.Renewals[index].Until <= today)
            {
                errors.Add(new FieldError($"renewals[{index}].until", "in-the-past"));
            }
        }

        for (var index = 0; index < input.Unavailable.Count; index++)
        {
            var period = input.Unavailable[index];
            if (period is not { From: null, To: null } && (period.From is null || period.To is null))
            {
                errors.Add(new FieldError($"unavailable[{index}].{(period.From is null ? "from" : "to")}", "required"));
            }
            else if (period.To < period.From)
            {
                errors.Add(new FieldError($"unavailable[{index}].to", "ends-before-it-begins"));
            }
        }

        InputCheck.ThrowIfInvalid(input, errors);
    }

    private static ExpertProfile Renewed(ExpertProfile profile, AnswerAskInput input, IReadOnlyList<AskedItem> asked, DateOnly today)
    {
        var papers = profile.Readiness.ToList();
        foreach (var renewal in input.Renewals.Where(renewal => renewal.Until is not null))
        {
            if (AskLadder.PaperOf(renewal.Item) is not var (kind, country))
            {
                continue;
            }

            var before = papers.Where(item => item.Kind == kind && (country is null || item.Country == country)).MaxBy(item => item.ValidUntil);
            papers.RemoveAll(item => item.Kind == kind && (country is null || item.Country == country));
            papers.Add((before ?? new ReadinessItem { Kind = kind, Country = country }) with { ValidUntil = renewal.Until });
        }

        var renewed = input.RenewConsents ? asked.Select(item => AskLadder.ConsentOf(item.Item)).OfType<ConsentKind>().Distinct().ToList() : [];
        return profile with
        {
            NoticeDays = input.NoticeDays,
            MostDaysAYear = input.MostDaysAYear,
            RemoteOnly = input.RemoteOnly,
            Unavailable = [.. input.Unavailable.Where(period => period != new Period())],
            Readiness = papers,
            Consents =
            [
                .. profile.Consents.Where(consent => !renewed.Contains(consent.Kind)),
                .. renewed.Select(kind => new Consent { Kind = kind, GivenOn = today }),
            ],
        };
    }

    /// <summary>Each thing once, the first to run out first; the availability last.</summary>
    private static IReadOnlyList<AskedItem> Open(IEnumerable<ReadinessAsk> asks) =>
    [
        .. asks.GroupBy(ask => ask.Item)
            .Select(same => new AskedItem(same.Key, same.Max(ask => ask.On)))
            .OrderBy(item => item.Item == AskLadder.Availability).ThenBy(item => item.On).ThenBy(item => item.Item, StringComparer.Ordinal),
    ];

    private Task<List<ReadinessAsk>> AsksAsync(Guid expertId, CancellationToken cancellationToken) =>
        db.ReadinessAsks.Where(ask => ask.ExpertId == expertId && ask.AnsweredAt == null).OrderBy(ask => ask.AskedAt).ThenBy(ask => ask.Id).ToListAsync(cancellationToken);

    private static NotFoundException Gone => new("The expert", "link-unknown");
}
