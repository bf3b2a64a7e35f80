using TechAssist.Core.Audit;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions;

public sealed record EditMissionInput(MissionPlan Plan, int Revision);

/// <summary>Rewrites the plan of a mission that has not ended. The secretariat's act.</summary>
public sealed class EditMission(TechAssistDb db, MissionDue due, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The new revision.</returns>
    public async Task<int> ExecuteAsync(Guid missionId, EditMissionInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.RequireSecretariat();
        mission.Request.RequireRunning();
        var errors = MissionRules.Check(input.Plan);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        if (mission.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        await MissionRules.CheckInCaseAsync(db, mission.RequestId, mission.Id, input.Plan, actor, cancellationToken);
        if (Blank.ToNull(input.Plan.CeilingReason) is not null)
        {
            actor = actor.ActingWhere(person => person.HasAny(Roles.Steering));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var isMoved = mission.Status is not MissionStatus.Postponed && mission.StartOn is not null && (mission.StartOn, mission.EndOn) != (input.Plan.StartOn, input.Plan.EndOn);
        mission.Write(input.Plan);
        await timeline.AddAsync(mission.RequestId, MissionLine.Of("mission-edited", mission), actor, now, cancellationToken);
        if (isMoved && mission.StartOn is not null)
        {
            await due.MoveAsync(mission, now, cancellationToken);
            await MissionNews.TellAsync(db, mission.Request, mission, "mission-new-days", null, actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return mission.Revision;
    }
}
