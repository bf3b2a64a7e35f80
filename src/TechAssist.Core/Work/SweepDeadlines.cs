using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>Does what the clock owes: reminders, escalations, silence procedures, waits. Finds what is due by its index; each
/// deadline is marked handled in the same save as its effect, so that it happens once.</summary>
public sealed class SweepDeadlines(TechAssistDb db, CaseFlow flow, TakeAutoOutcome autoOutcome, StepReminders reminders, TimeProvider clock)
{
    /// <summary>Handles up to <paramref name="most"/> due deadlines, the oldest first; returns how many were found.</summary>
    /// <exception cref="AggregateException">Some could not be handled. The others were; these stay due.</exception>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Deadlines
            .Where(deadline => deadline.HandledAt == null && !deadline.IsPaused && deadline.FireAt <= now)
            .OrderBy(deadline => deadline.FireAt)
            .Take(most)
            .Select(deadline => deadline.Id)
            .ToListAsync(cancellationToken);
        var failures = new List<Exception>();
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                await HandleAsync(id, now, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody acted on the case in the same moment; the next sweep looks at what is still due.
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One case that cannot go on must not hold up all the others.
                failures.Add(exception);
            }
        }

        return failures.Count == 0 ? due.Count : throw new AggregateException(failures);
    }

    private async Task HandleAsync(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        var deadline = await db.Deadlines
            .Include(row => row.Step!.Run).Include(row => row.Step!.Items).Include(row => row.Step!.Deadlines)
            .SingleOrDefaultAsync(row => row.Id == id && row.HandledAt == null, cancellationToken);
        if (deadline is null)
        {
            return;
        }

        var request = await db.Requests.Include(row => row.Countries).SingleAsync(row => row.Id == deadline.RequestId, cancellationToken);
        deadline.Handled(now);
        if (deadline.Kind == DeadlineKind.Timer)
        {
            var run = await db.WorkflowRuns.SingleAsync(row => row.Id == deadline.RunId, cancellationToken);
            await flow.WakeAsync(run, request, deadline.BookmarkId!, now, cancellationToken);
        }
        else if (deadline.Step is { IsOpen: true } step)
        {
            await HandleStepAsync(deadline, step, request, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Everything of this step that is due by now is settled at once: after a time without a sweep nobody is told of what
    /// has become pointless.</summary>
    private async Task HandleStepAsync(Deadline found, Step step, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        List<Deadline> due = [found, .. step.Deadlines.Where(other => other.Id != found.Id && other.IsDue(now))];
        due.ForEach(deadline => deadline.Handled(now));
        if (due.Exists(deadline => deadline.Kind == DeadlineKind.AutoOutcome))
        {
            await autoOutcome.ExecuteAsync(step, request, now, cancellationToken);
            return;
        }

        foreach (var deadline in WorthTelling(due))
        {
            await reminders.SendAsync(deadline, step, request, now, cancellationToken);
        }
    }

    /// <summary>The latest reminder, and the latest word to each of those above.</summary>
    private static IEnumerable<Deadline> WorthTelling(IEnumerable<Deadline> due) => due
        .OrderBy(deadline => deadline.FireAt)
        .GroupBy(deadline => (deadline.Kind, Audience: deadline.Kind == DeadlineKind.Escalation ? string.Join(',', deadline.Audience) : ""))
        .Select(sameReaders => sameReaders.Last());
}
