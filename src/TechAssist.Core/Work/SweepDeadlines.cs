using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work;

/// <summary>Does what the clock owes: reminders, escalations, silence procedures, waits, holds whose day has come. Finds what is due by its index; each
/// deadline is marked handled in the same save as its effect, so that it happens once. What only tells people is done for many cases in
/// one save; where that fails, and for all that moves a case on, each in its own.</summary>
public sealed class SweepDeadlines(TechAssistDb db, SettleStep settle, SettleCase settleCase, SettleTogether together, TimeProvider clock)
{
    /// <summary>Handles all that are due, the oldest first; returns how many were found.</summary>
    /// <param name="batch">How many are looked up at a time.</param>
    /// <exception cref="AggregateException">Some could not be handled. The others were; these stay due.</exception>
    public async Task<int> ExecuteAsync(int batch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var failures = new List<Exception>();
        var count = 0;
        for (var due = await DueAsync(null, batch, now, cancellationToken); due.Count > 0; due = await DueAsync(due[^1], batch, now, cancellationToken))
        {
            count += due.Count;
            foreach (var id in await together.ExecuteAsync([.. due.Select(found => found.Id)], now, cancellationToken))
            {
                await TryAsync(id, now, failures, cancellationToken);
            }
        }

        return failures.Count == 0 ? count : throw new AggregateException(failures);
    }

    /// <summary>The next in the order of time. What could not be handled is behind: it never stands in the way of the rest.</summary>
    private async Task<List<Found>> DueAsync(Found? after, int batch, DateTime now, CancellationToken cancellationToken)
    {
        var due = db.Deadlines.Where(deadline => deadline.HandledAt == null && !deadline.IsPaused && deadline.FireAt <= now);
        if (after is not null)
        {
            due = due.Where(deadline => deadline.FireAt > after.FireAt || (deadline.FireAt == after.FireAt && deadline.Id.CompareTo(after.Id) > 0));
        }

        return await due.OrderBy(deadline => deadline.FireAt).ThenBy(deadline => deadline.Id).Take(batch)
            .Select(deadline => new Found(deadline.Id, deadline.FireAt)).ToListAsync(cancellationToken);
    }

    private async Task TryAsync(Guid id, DateTime now, List<Exception> failures, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        try
        {
            await HandleAsync(id, now, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node took it, or somebody acted on the case in the same moment; the next sweep looks at what is still due.
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // One case that cannot go on must not hold up all the others.
            failures.Add(exception);
        }
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
        if (deadline.StepRowId is null)
        {
            await settleCase.ExecuteAsync(deadline, request, now, cancellationToken);
        }
        else if (deadline.Step is { IsOpen: true } step)
        {
            await settle.ExecuteAsync(deadline, step, request, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record Found(Guid Id, DateTime FireAt);
}
