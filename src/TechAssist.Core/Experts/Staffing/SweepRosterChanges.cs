using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>Removes notes of changes that every node has long seen.</summary>
public sealed class SweepRosterChanges(TechAssistDb db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <returns>How many were removed.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        return db.RosterChanges.Where(change => change.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}
