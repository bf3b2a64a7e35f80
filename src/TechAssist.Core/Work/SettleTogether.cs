using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work;

/// <summary>Reminders and escalations of many cases in one save: after a silent week-end thousands are due at once.</summary>
public sealed partial class SettleTogether(TechAssistDb db, SettleStep settle, ReadAhead ahead, ILogger<SettleTogether> logger)
{
    /// <summary>More in one save would keep others from writing for too long.</summary>
    private const int Most = 100;

    /// <summary>Returns those that are left to be handled one by one: what moves a case on, a second one of the same case, and all of a
    /// save that failed.</summary>
    public async Task<IReadOnlyList<Guid>> ExecuteAsync(IReadOnlyCollection<Guid> due, DateTime now, CancellationToken cancellationToken)
    {
        var left = new List<Guid>();
        foreach (var some in due.Chunk(Most))
        {
            try
            {
                left.AddRange(await SettleAsync(some, now, cancellationToken));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Another node took one of them, or one of them cannot be handled: one by one it shows which.
                LogFailed(exception, some.Length);
                left.AddRange(some);
            }
            finally
            {
                ahead.Clear();
                db.ChangeTracker.AutoDetectChangesEnabled = true;
            }
        }

        return left;
    }

    private async Task<IReadOnlyList<Guid>> SettleAsync(Guid[] ids, DateTime now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var found = await db.Deadlines
            .Include(row => row.Step!.Run).Include(row => row.Step!.Items).Include(row => row.Step!.Deadlines)
            .AsSplitQuery()
            .Where(row => ids.Contains(row.Id) && row.HandledAt == null)
            .OrderBy(row => row.FireAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        List<Deadline> telling = [.. found.Where(row => OnlyTells(row, now)).DistinctBy(row => row.RequestId)];
        var requestIds = telling.ConvertAll(row => row.RequestId);
        var requests = await db.Requests.AsNoTracking().Include(row => row.Countries).Where(row => requestIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        await ahead.FillAsync(telling.ConvertAll(row => row.Step!), cancellationToken);
        // Looking for changes after each of them would make the work grow with the square of their number; the save does it once.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var deadline in telling)
        {
            await settle.ExecuteAsync(deadline, deadline.Step!, requests[deadline.RequestId], now, cancellationToken);
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(cancellationToken);
        return [.. found.Where(row => row.HandledAt is null).Select(row => row.Id)];
    }

    private static bool OnlyTells(Deadline deadline, DateTime now) =>
        deadline.Step is { IsOpen: true } step && deadline.Kind is DeadlineKind.Reminder or DeadlineKind.Escalation
        && !step.Deadlines.Exists(other => other.Kind == DeadlineKind.AutoOutcome && other.IsDue(now));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} deadlines could not be handled in one save, and are handled one by one.")]
    private partial void LogFailed(Exception exception, int count);
}
