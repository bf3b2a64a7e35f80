using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

public sealed record EditExpertInput(ExpertProfile Profile, int Revision);

/// <summary>Rewrites a profile: the secretariat, or the expert's own.</summary>
public sealed class EditExpert(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The new revision.</returns>
    public async Task<int> ExecuteAsync(Guid expertId, EditExpertInput input, Actor actor, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.VisibleTo(actor).WithRows()
            .SingleOrDefaultAsync(found => found.Id == expertId, cancellationToken) ?? throw new NotFoundException("The expert");
        actor.Require(actor.IsSecretariat || expert.PersonId == actor.PersonId);
        var now = clock.GetUtcNow().UtcDateTime;
        ExpertRules.ThrowIfInvalid(input.Profile, now);
        if (expert.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var isWithdrawn = expert.Profile.Allows(ConsentKind.Storage, DateOnly.FromDateTime(now)) && !input.Profile.Allows(ConsentKind.Storage, DateOnly.FromDateTime(now));
        expert.Write(input.Profile, now);
        if (isWithdrawn)
        {
            await SayWithdrawnAsync(expert, actor, now, cancellationToken);
        }

        // Whoever goes through the whole profile has looked at what was asked.
        foreach (var ask in await db.ReadinessAsks.Where(ask => ask.ExpertId == expertId && ask.AnsweredAt == null).ToListAsync(cancellationToken))
        {
            ask.Answered(now);
        }

        await timeline.AddAsync(null, ExpertLine.Of("expert-edited", expert), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return expert.Revision;
    }

    /// <summary>The consent is taken back: every case that counts on the expert says so.</summary>
    private async Task SayWithdrawnAsync(Expert expert, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        await timeline.AddAsync(null, ExpertLine.Of("consent-withdrawn", expert), actor, now, cancellationToken);
        var open = await db.Nominations.Include(nomination => nomination.Expert)
            .Where(nomination => nomination.ExpertId == expert.Id && nomination.EndedAt == null && nomination.Status != NominationStatus.Confirmed)
            .OrderBy(nomination => nomination.Id).ToListAsync(cancellationToken);
        foreach (var nomination in open)
        {
            await timeline.AddAsync(nomination.RequestId, ExpertLine.Of("expert-consent-withdrawn", nomination), actor, now, cancellationToken);
        }
    }
}
