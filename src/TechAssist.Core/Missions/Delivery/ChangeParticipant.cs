using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

public sealed record ChangeParticipantInput(ParticipantInput Participant, int Revision);

/// <summary>Corrects what is known of a participant, or takes one off the list who did not come: the secretariat and the team.</summary>
public sealed class ChangeParticipant(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>stale</c>: somebody changed it meanwhile.</exception>
    public async Task ExecuteAsync(Guid missionId, Guid participantId, ChangeParticipantInput input, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, participant) = await FindAsync(missionId, participantId, actor, cancellationToken);
        await ParticipantRules.CheckAsync(db, missionId, participantId, input.Participant, cancellationToken);
        if (participant.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        participant.Write(input.Participant);
        await SaveAsync("participant-changed", mission, actor, cancellationToken);
    }

    /// <exception cref="RuleException"><c>participant-attended</c>: attendance or a test is noted.</exception>
    public async Task RemoveAsync(Guid missionId, Guid participantId, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, participant) = await FindAsync(missionId, participantId, actor, cancellationToken);
        if (participant.Attended.Count > 0 || participant.PreTest is not null || participant.PostTest is not null)
        {
            throw new RuleException("participant-attended");
        }

        db.Participants.Remove(participant);
        await SaveAsync("participant-removed", mission, actor, cancellationToken);
    }

    private async Task<(Mission Mission, Participant Participant)> FindAsync(Guid missionId, Guid participantId, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, _) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        var participant = await db.Participants.Include(row => row.Attended).SingleOrDefaultAsync(row => row.Id == participantId && row.MissionId == missionId, cancellationToken);
        return (mission, participant ?? throw new NotFoundException("The participant"));
    }

    private async Task SaveAsync(string kind, Mission mission, Actor actor, CancellationToken cancellationToken)
    {
        await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line(kind, mission), actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
