using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>Puts somebody on the list of those who take part: the secretariat and the team.</summary>
public sealed class AddParticipant(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The participant's id.</returns>
    public async Task<Guid> ExecuteAsync(Guid missionId, ParticipantInput input, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, _) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        await ParticipantRules.CheckAsync(db, missionId, null, input, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var participant = new Participant(missionId, input, now);
        db.Participants.Add(participant);
        await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line("participant-added", mission), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return participant.Id;
    }
}
