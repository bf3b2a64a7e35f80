using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>Says that notice, days and absences in the profile still hold. The expert's act, or the secretariat's after a call.</summary>
public sealed class ConfirmAvailability(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid expertId, Actor actor, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.VisibleTo(actor).SingleOrDefaultAsync(found => found.Id == expertId, cancellationToken)
            ?? throw new NotFoundException("The expert");
        actor.Require(actor.IsSecretariat || expert.PersonId == actor.PersonId);
        var now = clock.GetUtcNow().UtcDateTime;
        expert.ConfirmAvailability(now);
        foreach (var ask in await db.ReadinessAsks.Where(ask => ask.ExpertId == expertId && ask.AnsweredAt == null && ask.Item == Asks.AskLadder.Availability).ToListAsync(cancellationToken))
        {
            ask.Answered(now);
        }

        await timeline.AddAsync(null, ExpertLine.Of("availability-confirmed", expert), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
