using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>Moves the whole programme so that it begins on the first day of the mission, whose days were changed: the secretariat and
/// the team.</summary>
public sealed class MoveSessions(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>session-attended</c>: attendance was noted, so that the days are what they were.</exception>
    public async Task ExecuteAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, delivery) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        if (await db.Participants.AnyAsync(row => row.MissionId == missionId && row.Attended.Any(), cancellationToken))
        {
            throw new RuleException("session-attended");
        }

        if (delivery.Plan.Sessions.Min(session => session.On) is { } begins && mission.StartOn is { } first && begins != first)
        {
            delivery.Write(delivery.Plan with { Sessions = [.. SeriesPlan.Moved(delivery.Plan.Sessions, first.DayNumber - begins.DayNumber)] });
            await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line("delivery-saved", mission, ("item", "delivery-Sessions")), actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
