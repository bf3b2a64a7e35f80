using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions;

/// <summary>Plans a mission of a case by hand, before the case reaches its missions or as a further one, which then
/// starts its workflow at once. The secretariat's act.</summary>
public sealed class PlanMission(TechAssistDb db, CaseFlow flow, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>expert-not-confirmed</c>; <c>above-ceiling</c>: only the coordinator may, with a reason.</exception>
    public async Task<Guid> ExecuteAsync(Guid requestId, MissionPlan input, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        request.RequireRunning();
        var errors = MissionRules.Check(input);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        await MissionRules.CheckInCaseAsync(db, requestId, null, input, actor, cancellationToken);
        if (Blank.ToNull(input.CeilingReason) is not null)
        {
            actor = actor.ActingWhere(person => person.HasAny(Roles.Steering));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var number = await db.Missions.CountAsync(mission => mission.RequestId == requestId, cancellationToken) + 1;
        var mission = Mission.Planned(request, number, input, now);
        db.Missions.Add(mission);
        await timeline.AddAsync(requestId, MissionLine.Of("mission-planned", mission), actor, now, cancellationToken);
        var isAtMissions = await db.Steps.AnyAsync(
            step => step.RequestId == requestId && step.Form == StepForms.Missions && step.ClosedAt == null, cancellationToken);
        if (isAtMissions)
        {
            await flow.StartAsync(request, MissionsForm.Definition, mission.Id, actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return mission.Id;
    }
}
