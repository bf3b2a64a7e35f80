using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Requests.Cases;

/// <summary>An open case in which nothing has happened for a long time.</summary>
public sealed record IdleCase(Guid Id, string Reference, string TitleFr, string TitleEn, string Stage, string? Officer, DateTime LastAt)
{
    public string Title(string language) => new LangText(TitleFr, TitleEn).In(language);
}

/// <summary>Open cases with nothing in their history for 15 working days of the secretariat: an officer's own, all of them for whoever
/// steers. Reminders are no news, nor what mail programs say. A case on hold stands on purpose.</summary>
public sealed class ListIdleCases(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    public const int WorkingDays = 15;

    private static readonly string[] Reminders = ["task-reminder", "task-late", "task-escalated", "task-escalated-nobody", "mail-automatic", "mail-bounced", "mail-bounce-seen"];

    /// <summary>The longest idle first.</summary>
    public async Task<IReadOnlyList<IdleCase>> ExecuteAsync(int most, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsSecretariat)
        {
            return [];
        }

        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat;
        var now = clock.GetUtcNow().UtcDateTime;
        var since = calendar.EndOf(calendar.MoveWorkingDays(calendar.LocalDay(now), -WorkingDays - 1));
        var cases = db.Requests.AsNoTracking().VisibleTo(actor).Where(request => request.Status == RequestStatus.Open && request.SubmittedAt < since);
        if (!actor.HasAny(Roles.Steering))
        {
            cases = cases.Where(request => request.CaseOfficerId == actor.PersonId);
        }

        return await cases
            .Where(request => !db.Timeline.Any(entry => entry.Chain == request.Id && entry.At >= since && !Reminders.Contains(entry.Kind)))
            .Select(request => new
            {
                Case = request,
                LastAt = db.Timeline.Where(entry => entry.Chain == request.Id && !Reminders.Contains(entry.Kind)).Max(entry => (DateTime?)entry.At) ?? request.SubmittedAt!.Value,
            })
            .OrderBy(row => row.LastAt)
            .Take(most)
            .Select(row => new IdleCase(
                row.Case.Id, row.Case.Reference!, row.Case.TitleFr, row.Case.TitleEn, row.Case.Stage,
                db.People.Where(person => person.Id == row.Case.CaseOfficerId).Select(person => person.Name).FirstOrDefault(), row.LastAt))
            .ToListAsync(cancellationToken);
    }
}
