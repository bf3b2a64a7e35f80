using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Missions;

/// <summary>When the steps of a mission are due that follow its days and not only their opening (domain process 12 and 14).</summary>
public sealed class MissionDue(TechAssistDb db, DueTimes dueTimes, StepLadder ladder, WorkflowCatalog workflows)
{
    /// <summary>The mission under way is due with its last day; its report is counted from the day it really ended. Where nothing would
    /// be left of that, for the end was told late or the report is written again, the report is counted from now.</summary>
    internal static DueAccount Of(string form, Mission? mission, WorkingCalendar calendar, DateTime now, Limit limit)
    {
        var plain = DueAccount.Of(calendar, now, limit);
        switch (mission)
        {
            case { StartOn: { } startOn, EndOn: { } endOn } when form == StepForms.Mission:
                return plain.Until(calendar, startOn, endOn);
            case { ActualEndOn: { } endedOn } when form == StepForms.Report && calendar.EndOf(endedOn) < now:
                var sinceTheEnd = DueAccount.Of(calendar, calendar.EndOf(endedOn), limit);
                return sinceTheEnd.DueAt > now ? sinceTheEnd : plain;
            default:
                return plain;
        }
    }

    /// <summary>Moves the due time of a mission under way whose days were changed, and sets its reminders anew.</summary>
    internal async Task MoveAsync(Mission mission, DateTime now, CancellationToken cancellationToken)
    {
        if (mission is not { StartOn: { } startOn, EndOn: { } endOn })
        {
            return;
        }

        var steps = await db.Steps.Include(step => step.Run).Include(step => step.Deadlines)
            .Where(step => step.MissionId == mission.Id && step.Form == StepForms.Mission && step.ClosedAt == null && step.DueAt != null)
            .ToListAsync(cancellationToken);
        foreach (var step in steps)
        {
            step.MoveDue(step.Due!.Until(await dueTimes.FindAsync(step.Calendar!, cancellationToken), startOn, endOn));
            mission.Request.DueMoved();
            await ladder.SetAgainAsync(step, workflows.StepOf(step), now, cancellationToken);
        }
    }
}
