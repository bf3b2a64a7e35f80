using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Requests.Steering;

/// <summary>The common part of the acts that move a published due time: finds the open step, and publishes what the act makes of it.</summary>
public sealed class MoveDue(TechAssistDb db, SteeringCase steering, DueTimes dueTimes, StepLadder ladder, DueNotice notice, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such case or step, not the actor's to know, or a step without a due time.</exception>
    /// <exception cref="RuleException">not-allowed, stale, on-hold, no-longer-open.</exception>
    public async Task<MovingDue> FindAsync(string reference, Guid stepRowId, SteeringInput input, Actor by, CancellationToken cancellationToken)
    {
        (var request, by) = await steering.FindAsync(reference, input, by, cancellationToken);
        var step = await db.Steps.Include(row => row.Run).Include(row => row.Items).Include(row => row.Deadlines)
            .SingleOrDefaultAsync(row => row.Id == stepRowId && row.RequestId == request.Id && row.DueAt != null, cancellationToken)
            ?? throw new NotFoundException("The step");
        if (!step.IsOpen)
        {
            throw new RuleException("no-longer-open");
        }

        if (request.Status != RequestStatus.Open)
        {
            throw new RuleException("on-hold");
        }

        return new MovingDue(request, by, step, await dueTimes.FindAsync(step.Calendar!, cancellationToken), clock.GetUtcNow().UtcDateTime);
    }

    /// <param name="kind">Of the history line.</param>
    public async Task PublishAsync(MovingDue moving, DueAccount due, string kind, string? reason, CancellationToken cancellationToken)
    {
        var (request, _, step, _, now) = moving;
        step.MoveDue(due);
        request.DueMoved();
        await ladder.SetAgainAsync(step, steering.StepOf(step), now, cancellationToken);
        await notice.GiveAsync(kind, moving, steering.StepOf(step), reason, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Writes a moved due time into the history, and tells those who have the task.</summary>
public sealed class DueNotice(CasePeople people, CaseMail mail, TimelineWriter timeline)
{
    /// <param name="kind">Of the history line, and which mail it is.</param>
    public async Task GiveAsync(string kind, MovingDue moved, HumanStep definition, string? reason, CancellationToken cancellationToken)
    {
        var (request, by, step, calendar, now) = moved;
        var line = new TimelineLine(kind)
        {
            StepId = step.StepId,
            IsPublic = true,
            Reason = reason,
            Values = new Dictionary<string, string>
            {
                ["definition"] = $"{step.Run.Definition}.v{step.Run.Version}",
                [MoreTimeLines.StepRow] = step.Id.ToString(),
                ["until"] = calendar.LocalDay(moved.Due.DueAt).ToString("O", CultureInfo.InvariantCulture),
            },
        };
        await timeline.AddAsync(request.Id, line, by, now, cancellationToken);
        var holders = await people.HoldersAsync(step, cancellationToken);
        mail.Tell(holders.Where(holder => holder.Id != by.PersonId), kind, request, step, definition, now, ("reason", reason ?? ""));
    }
}

/// <summary>An open step whose due time is about to be moved, with the calendar it was counted in.</summary>
public sealed record MovingDue(AssistanceRequest Request, Actor By, Step Step, WorkingCalendar Calendar, DateTime Now)
{
    public DueAccount Due => Step.Due!;
}

public sealed record ExtendDueInput : SteeringInput
{
    /// <summary>A working day of the side that acts; it has until the end of it.</summary>
    [Required]
    public DateOnly? UntilOn { get; init; }
}

/// <summary>Gives an open step more time, also when its due time has passed. Reminders and escalations are set anew.</summary>
public sealed class ExtendDue(MoveDue moveDue)
{
    /// <summary>Days from now; whoever needs more puts the case on hold.</summary>
    public const int LongestDays = 366;

    /// <exception cref="InvalidInputException">required; closed-day, not-later-than-due, too-far on <c>untilOn</c>.</exception>
    public async Task ExecuteAsync(string reference, Guid stepRowId, ExtendDueInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var moving = await moveDue.FindAsync(reference, stepRowId, input, by, cancellationToken);
        var until = input.UntilOn!.Value;
        InputCheck.ThrowIfInvalid(input, Faults(moving.Calendar, moving.Due.DueAt, until, moving.Now));
        await moveDue.PublishAsync(
            moving, moving.Due.Extended(moving.Calendar, until, moving.By, input.Reason!, moving.Now), "due-extended", input.Reason, cancellationToken);
    }

    internal static IEnumerable<FieldError> Faults(WorkingCalendar calendar, DateTime dueAt, DateOnly until, DateTime now)
    {
        if (until > calendar.LocalDay(now).AddDays(LongestDays))
        {
            yield return new FieldError("untilOn", "too-far", LongestDays);
        }
        else if (calendar.EndOf(until) <= dueAt || calendar.EndOf(until) <= now)
        {
            yield return new FieldError("untilOn", "not-later-than-due");
        }
        else if (!calendar.IsWorkingDay(until))
        {
            yield return new FieldError("untilOn", "closed-day");
        }
    }
}

/// <summary>Publishes what a due time comes to in the calendar as it stands now. Until somebody does, a changed calendar moves nothing.</summary>
public sealed class RecountDue(MoveDue moveDue)
{
    /// <exception cref="RuleException">due-unchanged; due-already-past: the side that acts would be late by this act alone.</exception>
    public async Task ExecuteAsync(string reference, Guid stepRowId, SteeringInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var moving = await moveDue.FindAsync(reference, stepRowId, input, by, cancellationToken);
        var counted = moving.Due.Recounted(moving.Calendar, moving.By, input.Reason, moving.Now);
        if (counted.DueAt == moving.Due.DueAt)
        {
            throw new RuleException("due-unchanged");
        }

        if (counted.DueAt <= moving.Now && counted.DueAt < moving.Due.DueAt)
        {
            throw new RuleException("due-already-past");
        }

        await moveDue.PublishAsync(moving, counted, "due-recounted", input.Reason, cancellationToken);
    }
}
