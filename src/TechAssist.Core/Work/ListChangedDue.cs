using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>An open step whose published due time its calendar would give otherwise now.</summary>
public sealed record ChangedDue(string Reference, Guid StepRowId, DateTime DueAt, DateTime CountedAt, TimeZoneInfo Zone);

/// <summary>The published due times that a calendar, as it stands now, would give otherwise: of the cases the actor sees. The calendars of
/// experts who live by it go with it.</summary>
public sealed class ListChangedDue(TechAssistDb db, ReferenceCatalog catalog)
{
    /// <summary>Open steps looked at; the earliest due come first.</summary>
    private const int Most = 1000;

    /// <param name="calendar">"secretariat", a country, a region, or one expert's key.</param>
    public async Task<IReadOnlyList<ChangedDue>> ExecuteAsync(string calendar, Actor actor, CancellationToken cancellationToken)
    {
        var calendars = (await catalog.GetAsync(cancellationToken)).Calendars;
        var now = await ExpertsAsync(calendar, calendars, cancellationToken);
        if (ExpertCalendar.ExpertOf(calendar) is null)
        {
            now[calendar] = calendars.Find(calendar);
        }

        var keys = now.Keys.ToList();
        var steps = await db.Steps.AsNoTracking()
            .Where(step => step.Calendar != null && keys.Contains(step.Calendar) && step.ClosedAt == null)
            .Join(db.Requests.VisibleTo(actor), step => step.RequestId, request => request.Id, (step, request) => new { request.Reference, step.Id, step.DueAt, step.Due })
            .OrderBy(step => step.DueAt).ThenBy(step => step.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. from step in steps
               let current = now[step.Due!.Calendar]
               let counted = step.Due.CountedBy(current).DueAt
               where counted != step.DueAt
               select new ChangedDue(step.Reference!, step.Id, step.DueAt!.Value, counted, current.Zone),
        ];
    }

    /// <summary>Of the experts who have something to do: those who live by the calendar, or the one it is.</summary>
    private async Task<Dictionary<string, WorkingCalendar>> ExpertsAsync(string calendar, CalendarCatalog calendars, CancellationToken cancellationToken)
    {
        var acting = await db.Steps.Where(step => step.ClosedAt == null && step.Calendar!.StartsWith(ExpertCalendar.Prefix)).Select(step => step.Calendar!).Distinct().ToListAsync(cancellationToken);
        List<Guid> ids = [.. acting.Select(ExpertCalendar.ExpertOf).OfType<Guid>()];
        var experts = await db.Experts.AsNoTracking().Include(expert => expert.Absences).Where(expert => ids.Contains(expert.Id)).ToListAsync(cancellationToken);
        return experts.Where(expert => ExpertCalendar.KeyOf(expert.Id) == calendar || ExpertCalendar.LivesBy(expert.Profile, calendar, calendars))
            .ToDictionary(expert => ExpertCalendar.KeyOf(expert.Id), expert => ExpertCalendar.Of(expert, calendars));
    }
}
