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
        var dueAt = before is { DueAt: { } stood } && definition.Limit is { } limit && before.StepId == definition.Id
            ? dueTimes.CalendarOf(definition, request).MoveForPause(stood, DueTimes.UnitOf(limit.Unit), before.PausedAt, now)
            : dueTimes.DueAt(definition, request, now);
        var step = Step.Open(run, definition.Id, bookmarkId, definition.Stage, definition.Form, dueAt, now);
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

        AddDeadlines(step, definition, request, now);
        mail.Tell(found, "task-opened", request, step, definition, now);
        return step;
    }

    /// <summary>The ladder of a step, from its start and its due time. What would fire in the past is left out.</summary>
    public void AddDeadlines(Step step, HumanStep definition, AssistanceRequest request, DateTime now)
    {
        if (step.DueAt is not { } dueAt)
        {
            return;
        }

        var calendar = dueTimes.CalendarOf(definition, request);
        foreach (var reminder in definition.Reminders)
        {
            var fireAt = calendar.FireAt(reminder.From == "start" ? step.OpenedAt : dueAt, reminder.Offset, DueTimes.UnitOf(reminder.Unit));
            if (fireAt > now)
            {
                Deadline.ForStep(step, DeadlineKind.Reminder, fireAt, reminder.Audience, now);
            }
        }

        foreach (var escalation in definition.Escalations)
        {
            Deadline.ForStep(step, DeadlineKind.Escalation, calendar.FireAt(dueAt, escalation.Offset, DueTimes.UnitOf(escalation.Unit)), escalation.Audience, now);
        }

        if (definition.AutoOutcome is not null)
        {
            Deadline.ForStep(step, DeadlineKind.AutoOutcome, dueAt, [], now);
        }
    }
}

/// <summary>A step whose clock stood while another side acted: when it was due, and since when it stood.</summary>
public sealed record PausedStep(string StepId, DateTime? DueAt, DateTime PausedAt);
