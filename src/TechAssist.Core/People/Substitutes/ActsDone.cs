using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.People.Substitutes;

/// <summary>The tasks a substitute answered for somebody.</summary>
internal static class ActsDone
{
    public static IQueryable<WorkItem> Of(TechAssistDb db, OfficerSubstitution row) => db.WorkItems.Where(item =>
        item.ClosedById == row.SubstituteId && item.ClosedForId == row.PersonId && item.ClosedAt >= row.NamedAt && (row.EndedAt == null || item.ClosedAt <= row.EndedAt));

    public static Task<int> CountAsync(TechAssistDb db, OfficerSubstitution row, CancellationToken cancellationToken) =>
        Of(db, row).CountAsync(cancellationToken);
}
