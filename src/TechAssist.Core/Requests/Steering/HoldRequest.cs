using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Steering;

/// <summary>Why somebody steers a case. Everyone who asks later reads it.</summary>
public record SteeringInput
{
    [Required, StringLength(2000)]
    public string? Reason { get; init; }

    /// <summary>The revision of the case that was seen.</summary>
    public int? Revision { get; init; }
}

public sealed record HoldInput : SteeringInput
{
    /// <summary>The day on which the case is to be looked at again. Needed for a hold; a suspension for security has none.</summary>
    public DateOnly? UntilOn { get; init; }

    /// <summary>Suspended for security, not merely put on hold.</summary>
    public bool IsSecurity { get; init; }
}

/// <summary>Stops all clocks of a case and closes its tasks to action, until it is continued. On the day on which it is to be looked at
/// again, those who may let it go on are told.</summary>
public sealed class HoldRequest(TechAssistDb db, SteeringCase steering, SecretariatOffice office, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(string reference, HoldInput input, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<FieldError> more = [];
        if (!input.IsSecurity && input.UntilOn is null)
        {
            more.Add(new FieldError("untilOn", "required"));
        }
        else if (input.UntilOn <= office.Today(now))
        {
            more.Add(new FieldError("untilOn", "not-in-the-future"));
        }

        InputCheck.ThrowIfInvalid(input, more);
        (var request, by) = await steering.FindAsync(reference, input, by, cancellationToken);
        request.Pause(input.IsSecurity ? RequestStatus.Suspended : RequestStatus.OnHold, input.UntilOn, now);
        foreach (var deadline in await db.Deadlines.Where(row => row.RequestId == request.Id && row.HandledAt == null).ToListAsync(cancellationToken))
        {
            deadline.Pause();
        }

        if (request.HoldUntilOn is { } day)
        {
            var run = await db.WorkflowRuns.Where(row => row.RequestId == request.Id && row.MissionId == null && row.EndedAt == null).OrderBy(row => row.StartedAt).FirstAsync(cancellationToken);
            db.Deadlines.Add(Deadline.HoldOver(run, office.StartOf(day), now));
        }

        var values = input.UntilOn is { } until ? new Dictionary<string, string> { ["until"] = until.ToString("O", System.Globalization.CultureInfo.InvariantCulture) } : [];
        await timeline.AddAsync(
            request.Id, new TimelineLine(input.IsSecurity ? "suspended" : "put-on-hold") { IsPublic = true, Reason = input.Reason, Values = values }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Lets a case that was on hold or suspended go on: every open due time and deadline moves by the time it stood.</summary>
public sealed class ContinueRequest(TechAssistDb db, SteeringCase steering, TimelineWriter timeline, DueTimes dueTimes, StepLadder ladder, TimeProvider clock)
{
    public async Task ExecuteAsync(string reference, SteeringInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        (var request, by) = await steering.FindAsync(reference, input, by, cancellationToken);
        var pausedAt = request.PausedAt;
        var cause = request.Status == RequestStatus.Suspended ? PauseCause.Suspension : PauseCause.Hold;
        request.Continue();
        var open = await db.Steps.Include(step => step.Run).Include(step => step.Items).Include(step => step.Deadlines)
            .Where(step => step.RequestId == request.Id && step.ClosedAt == null).ToListAsync(cancellationToken);
        foreach (var step in open)
        {
            await MoveAsync(step, pausedAt!.Value, now, cause, cancellationToken);
        }

        foreach (var ofCase in await db.Deadlines.Where(row => row.RequestId == request.Id && row.HandledAt == null && row.StepRowId == null).ToListAsync(cancellationToken))
        {
            if (ofCase.Kind == DeadlineKind.HoldOver)
            {
                db.Deadlines.Remove(ofCase);
            }
            else
            {
                ofCase.Continue(TimeSpan.Zero);
            }
        }

        await timeline.AddAsync(request.Id, new TimelineLine("continued") { IsPublic = true, Reason = input.Reason }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MoveAsync(Step step, DateTime pausedAt, DateTime now, PauseCause cause, CancellationToken cancellationToken)
    {
        if (step.Due is { } due)
        {
            step.MoveDue(due.Paused(await dueTimes.FindAsync(due.Calendar, cancellationToken), pausedAt, now, cause));
            await ladder.SetAgainAsync(step, steering.StepOf(step), now, cancellationToken);
        }
    }
}
