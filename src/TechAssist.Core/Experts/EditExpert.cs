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

        expert.Write(input.Profile, now);
        // Whoever goes through the whole profile has looked at what was asked.
        foreach (var ask in await db.ReadinessAsks.Where(ask => ask.ExpertId == expertId && ask.AnsweredAt == null).ToListAsync(cancellationToken))
        {
            ask.Answered(now);
        }

        await timeline.AddAsync(null, ExpertLine.Of("expert-edited", expert), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return expert.Revision;
    }
}
