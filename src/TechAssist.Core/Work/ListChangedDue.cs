using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>An open step whose published due time its calendar would give otherwise now.</summary>
public sealed record ChangedDue(string Reference, Guid StepRowId, DateTime DueAt, DateTime CountedAt, TimeZoneInfo Zone);

/// <summary>The published due times that a calendar, as it stands now, would give otherwise: of the cases the actor sees.</summary>
public sealed class ListChangedDue(TechAssistDb db, ReferenceCatalog catalog)
{
    /// <summary>Open steps looked at; the earliest due come first.</summary>
    private const int Most = 1000;

    public async Task<IReadOnlyList<ChangedDue>> ExecuteAsync(string calendar, Actor actor, CancellationToken cancellationToken)
    {
        var now = (await catalog.GetAsync(cancellationToken)).Calendars.Find(calendar);
        var steps = await db.Steps.AsNoTracking()
            .Where(step => step.Calendar == calendar && step.ClosedAt == null)
            .Join(db.Requests.VisibleTo(actor), step => step.RequestId, request => request.Id, (step, request) => new { request.Reference, step.Id, step.DueAt, step.Due })
            .OrderBy(step => step.DueAt).ThenBy(step => step.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. from step in steps
               let counted = step.Due!.CountedBy(now).DueAt
               where counted != step.DueAt
               select new ChangedDue(step.Reference!, step.Id, step.DueAt!.Value, counted, now.Zone),
        ];
    }
}
