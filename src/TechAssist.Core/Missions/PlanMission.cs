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
        var mission = await AddAsync(request, input, 0, actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return mission.Id;
    }

    /// <summary>Adds a mission that was checked, and starts its workflow where the case is at its missions. Does not save.</summary>
    /// <param name="ahead">How many were added before it in the same act.</param>
    internal async Task<Mission> AddAsync(AssistanceRequest request, MissionPlan plan, int ahead, Actor actor, CancellationToken cancellationToken)
    {
        if (Blank.ToNull(plan.CeilingReason) is not null)
        {
            actor = actor.ActingWhere(person => person.HasAny(Roles.Steering));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var number = await db.Missions.CountAsync(mission => mission.RequestId == request.Id, cancellationToken) + ahead + 1;
        var mission = Mission.Planned(request, number, plan, now);
        db.Missions.Add(mission);
        await timeline.AddAsync(request.Id, MissionLine.Of("mission-planned", mission), actor, now, cancellationToken);
        var isAtMissions = await db.Steps.AnyAsync(
            step => step.RequestId == request.Id && step.Form == StepForms.Missions && step.ClosedAt == null, cancellationToken);
        if (isAtMissions)
        {
            await flow.StartAsync(request, MissionsForm.Definition, mission.Id, actor, now, cancellationToken);
        }

        return mission;
    }
}
