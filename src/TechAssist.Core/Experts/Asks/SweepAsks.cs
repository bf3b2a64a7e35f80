using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Asks;

/// <summary>Asks the experts whose papers, consents or availability come to an end, each thing once a stage and all of them in one
/// mail. Finds them by the day that stands in their row: a sweep with nothing due reads nothing else.</summary>
public sealed class SweepAsks(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    private const int DaysToAnswer = 45;

    /// <summary>Looks at up to <paramref name="most"/> experts; returns how many were due.</summary>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var due = await db.Experts.Where(expert => expert.NextAskOn <= today)
            .OrderBy(expert => expert.NextAskOn).ThenBy(expert => expert.Id).Take(most).Select(expert => expert.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                await AskAsync(id, today, now, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The profile is being changed, or another node asks; the next sweep looks again.
            }
        }

        return due.Count;
    }

    private async Task AskAsync(Guid id, DateOnly today, DateTime now, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.Include(found => found.Person).SingleOrDefaultAsync(found => found.Id == id && found.NextAskOn <= today, cancellationToken);
        if (expert is null)
        {
            return;
        }

        // Without consent nothing is done with a profile any more, not even this.
        if (expert.ConsentUntilOn > today && ExpertAddress.Of(expert) is { } reader && await OwedAsync(expert, today, cancellationToken) is { Count: > 0 } owed)
        {
            await RevokeEarlierAsync(id, now, cancellationToken);
            var link = SignedLink.Issue(LinkPurpose.KeepReady, id, null, expert.Name, reader.Language, now.AddDays(DaysToAnswer), now);
            db.SignedLinks.Add(link);
            var asks = owed.Select(ask => ReadinessAsk.Of(id, ask, link.Id, now)).ToList();
            db.ReadinessAsks.AddRange(asks);
            db.Outbox.Add(AskMail.Of(asks, reader, link, now));
            await timeline.AddAsync(null, ExpertLine.Of("expert-asked", expert), Actor.System, now, cancellationToken);
        }

        expert.Asked(today);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<OwedAsk>> OwedAsync(Expert expert, DateOnly today, CancellationToken cancellationToken)
    {
        var asked = await db.ReadinessAsks.AsNoTracking().Where(ask => ask.ExpertId == expert.Id)
            .Select(ask => new OwedAsk(ask.Item, ask.On, ask.Stage)).ToListAsync(cancellationToken);
        return [.. AskLadder.Owed(expert.Profile, expert.ConfirmedOn, today).Except(asked)];
    }

    /// <summary>The newest mail has the one link that counts, for everything that is open.</summary>
    private async Task RevokeEarlierAsync(Guid expertId, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.SignedLinks
            .Where(link => link.SubjectId == expertId && link.Purpose == LinkPurpose.KeepReady && link.UsedAt == null && link.RevokedAt == null).ToListAsync(cancellationToken))
        {
            earlier.Revoke(now);
        }
    }
}
