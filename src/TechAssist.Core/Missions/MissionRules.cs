using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Missions;

/// <summary>What a plan must hold (domain data-model 3.6).</summary>
internal static class MissionRules
{
    /// <summary>What the plan says of itself.</summary>
    public static IReadOnlyList<FieldError> Check(MissionPlan plan)
    {
        List<FieldError> errors = [.. InputCheck.Check(plan)];
        if (plan.Title.IsEmpty)
        {
            errors.Add(new FieldError("title", "required"));
        }
        else if (plan.Title.Length > 200)
        {
            errors.Add(new FieldError("title", "too-long", 200));
        }

        if (plan.Team.Count == 0)
        {
            errors.Add(new FieldError("team", "required"));
        }
        else if (plan.Team.Count(seat => seat.IsLead) != 1)
        {
            errors.Add(new FieldError("team", "one-lead"));
        }

        if (plan.Team.DistinctBy(seat => seat.ExpertId).Count() != plan.Team.Count)
        {
            errors.Add(new FieldError("team", "listed-twice"));
        }

        CheckDates(plan, errors);
        return errors;
    }

    /// <summary>What the plan must respect in its case: confirmed experts, and the ceiling of expert days.</summary>
    public static async Task CheckInCaseAsync(TechAssistDb db, Guid requestId, Guid? missionId, MissionPlan plan, Actor actor, CancellationToken cancellationToken)
    {
        var confirmed = await db.Nominations
            .Where(nomination => nomination.RequestId == requestId && nomination.Status == NominationStatus.Confirmed)
            .Select(nomination => nomination.ExpertId)
            .ToListAsync(cancellationToken);
        if (plan.Team.Any(seat => !confirmed.Contains(seat.ExpertId)))
        {
            throw new RuleException("expert-not-confirmed");
        }

        var planned = await db.DaysOfCaseAsync(requestId, cancellationToken);
        var own = planned.Where(mission => mission.Id == missionId).Sum(mission => mission.Days);
        var days = plan.Days.Total - own + planned.Sum(mission => mission.Days);
        var mayExceed = actor.Could(person => person.HasAny(Roles.Steering)) && !string.IsNullOrWhiteSpace(plan.CeilingReason);
        // Days that were allowed once may stay while something else of the plan is changed.
        if (days > ExpertDays.Ceiling && plan.Days.Total > own && !mayExceed)
        {
            throw new RuleException("above-ceiling", days, ExpertDays.Ceiling);
        }
    }

    /// <summary>The expert days of each mission of a case that was not cancelled.</summary>
    public static async Task<IReadOnlyList<(Guid Id, int Days)>> DaysOfCaseAsync(this TechAssistDb db, Guid requestId, CancellationToken cancellationToken)
    {
        var plans = await db.Missions.AsNoTracking()
            .Where(mission => mission.RequestId == requestId && mission.Status != MissionStatus.Cancelled)
            .Select(mission => new { mission.Id, mission.Plan })
            .ToListAsync(cancellationToken);
        return [.. plans.Select(mission => (mission.Id, mission.Plan.Days.Total))];
    }

    /// <summary>Stays longer than five days on site, with no reason given.</summary>
    public static bool NeedsStayReason(MissionPlan plan, string? reason) =>
        plan.Mode != MissionMode.Remote
        && plan is { StartOn: { } start, EndOn: { } end }
        && end.DayNumber - start.DayNumber + 1 > Mission.LongestPlainStay
        && string.IsNullOrWhiteSpace(reason);

    private static void CheckDates(MissionPlan plan, List<FieldError> errors)
    {
        if (plan.StartOn is null != plan.EndOn is null)
        {
            errors.Add(new FieldError(plan.StartOn is null ? "startOn" : "endOn", "required"));
        }

        if (plan.EndOn < plan.StartOn)
        {
            errors.Add(new FieldError("endOn", "ends-before-it-begins"));
        }

        if (NeedsStayReason(plan, plan.LongStayReason))
        {
            errors.Add(new FieldError("longStayReason", "long-stay", Mission.LongestPlainStay));
        }
    }
}
