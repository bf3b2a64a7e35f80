using TechAssist.Core.Clock;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>Opens a human step: its due time, a work item for each person, the deadlines of its ladder, and the mails that say so.</summary>
public sealed class StepOpener(TechAssistDb db, CasePeople people, DueTimes dueTimes, CaseMail mail)
{
    /// <param name="before">The step whose completion led here; a clock it paused goes on where it stood.</param>
    public async Task<Step> OpenAsync(
        WorkflowRun run, AssistanceRequest request, HumanStep definition, string bookmarkId, PausedStep? before, DateTime now, CancellationToken cancellationToken)
    {
        var calendar = await dueTimes.FindAsync(definition, request, run.MissionId, cancellationToken);
        var due = await DueAsync(definition, calendar, before, now, cancellationToken);
        var step = Step.Open(run, definition.Id, bookmarkId, definition.Stage, definition.Form, due, now);
        db.Steps.Add(step);

        var found = await people.FindAsync(definition.Audience, request, run.MissionId, cancellationToken);
        foreach (var person in found)
        {
            WorkItem.Open(step, person.Id, person.Role, now);
        }

        if (found.Count == 0 && definition.Audience.Select(People.Roles.FromAudience).FirstOrDefault() is { } role)
        {
            WorkItem.Open(step, null, role, now);
        }

        StepLadder.Set(step, definition, calendar, now);
        mail.Tell(found, "task-opened", request, step, definition, now);
        return step;
    }

    private async Task<DueAccount?> DueAsync(HumanStep definition, WorkingCalendar calendar, PausedStep? before, DateTime now, CancellationToken cancellationToken)
    {
        if (definition.Limit is not { } limit)
        {
            return null;
        }

        return before is { Due: { } stood } && before.StepId == definition.Id
            ? stood.Paused(await dueTimes.FindAsync(stood.Calendar, cancellationToken), before.PausedAt, now, PauseCause.OtherSide)
            : DueAccount.Of(calendar, now, DueTimes.LimitOf(limit));
    }
}

/// <summary>A step whose clock stood while another side acted: when it was due, and since when it stood.</summary>
public sealed record PausedStep(string StepId, DueAccount? Due, DateTime PausedAt);
