using TechAssist.Core.Clock;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>The ladder of a step: its reminders, escalations and what the clock does at the end, set from its start and due time, and set
/// anew when the due time moves.</summary>
public sealed class StepLadder(DueTimes dueTimes)
{
    /// <summary>Sets it anew after the due time moved, in the calendar the due time was counted in.</summary>
    public async Task SetAgainAsync(Step step, HumanStep definition, DateTime now, CancellationToken cancellationToken)
    {
        step.Deadlines.RemoveAll(deadline => deadline.HandledAt is null);
        if (step.Due is { } due)
        {
            Set(step, definition, await dueTimes.FindAsync(due.Calendar, cancellationToken), now);
        }
    }

    /// <summary>Reminders that would fire in the past are left out; an escalation only when its audience was told already.</summary>
    public static void Set(Step step, HumanStep definition, WorkingCalendar calendar, DateTime now)
    {
        if (step.DueAt is not { } dueAt)
        {
            return;
        }

        foreach (var reminder in definition.Reminders)
        {
            var fireAt = calendar.FireAt(reminder.From == "start" ? StartOf(step, calendar) : dueAt, reminder.Offset, DueTimes.UnitOf(reminder.Unit));
            if (fireAt > now)
            {
                var deadline = Deadline.ForStep(step, DeadlineKind.Reminder, fireAt, reminder.Audience, now, reminder.Template);
                if (reminder.IsInPortalOnly)
                {
                    deadline.OnlyInPortal();
                }
            }
        }

        foreach (var escalation in definition.Escalations)
        {
            var fireAt = calendar.FireAt(dueAt, escalation.Offset, DueTimes.UnitOf(escalation.Unit));
            if (fireAt > now || !WasTold(step, escalation.Audience))
            {
                Deadline.ForStep(step, DeadlineKind.Escalation, fireAt, escalation.Audience, now, escalation.Template, escalation.Reassign);
            }
        }

        if (definition.AutoOutcome is not null)
        {
            Deadline.ForStep(step, DeadlineKind.AutoOutcome, dueAt, [], now);
        }
    }

    private static bool WasTold(Step step, IReadOnlyList<string> audience) =>
        step.Deadlines.Exists(deadline => deadline is { Kind: DeadlineKind.Escalation, HandledAt: not null } && deadline.Audience.SequenceEqual(audience));

    /// <summary>Where reminders from the start are counted from: the opening, moved by the pauses since; the first day of a mission that
    /// begins later.</summary>
    private static DateTime StartOf(Step step, WorkingCalendar calendar) => step.Due!.Lines
        .Where(line => line.FromAt >= step.OpenedAt)
        .Aggregate(step.OpenedAt, (start, line) => line.Kind == DueLineKind.Mission
            ? line.FromAt!.Value
            : calendar.MoveForPause(start, step.Due.Limit.Unit, line.FromAt!.Value, line.ToAt!.Value));
}
