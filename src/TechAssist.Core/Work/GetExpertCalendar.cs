using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>The days and hours that count for an expert's due times, and what they are made of.</summary>
/// <param name="BaseKey">The calendar it stands on: a country's or a region's; the secretariat's where no residence is known.</param>
/// <param name="MayEdit">The secretariat, and the expert.</param>
/// <param name="Changed">Due times that it would give otherwise now; for the secretariat.</param>
public sealed record ExpertCalendarView(
    Guid ExpertId, string Name, int Revision, ExpertProfile Profile, WorkingCalendar Calendar, string BaseKey, bool IsOwn, bool MayEdit, IReadOnlyList<ChangedDue> Changed);

/// <summary>An expert's calendar, for the secretariat and for the expert.</summary>
public sealed class GetExpertCalendar(TechAssistDb db, ReferenceCatalog reference, ListChangedDue changed)
{
    /// <exception cref="NotFoundException">No such expert, or not the actor's to know.</exception>
    public async Task<ExpertCalendarView> ExecuteAsync(Guid expertId, Actor actor, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.VisibleTo(actor).AsNoTracking().Include(row => row.Absences)
            .SingleOrDefaultAsync(row => row.Id == expertId, cancellationToken) ?? throw new NotFoundException("The expert");
        var calendars = (await reference.GetAsync(cancellationToken)).Calendars;
        var isOwn = expert.PersonId == actor.PersonId;
        return new ExpertCalendarView(
            expert.Id, expert.Name, expert.Revision, expert.Profile, ExpertCalendar.Of(expert, calendars), calendars.Find(ExpertCalendar.BaseOf(expert.Profile, calendars)).Key,
            isOwn, isOwn || actor.IsSecretariat, actor.SeesInternals() ? await changed.ExecuteAsync(ExpertCalendar.KeyOf(expert.Id), actor, cancellationToken) : []);
    }
}
