using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Cases;

/// <summary>A case in which nothing has happened for a long time, or whose hold should be over.</summary>
/// <param name="HoldUntilOn">The day, come by now, on which a case on hold was to be looked at again; null where it is not on hold.</param>
public sealed record IdleCase(Guid Id, string Reference, string TitleFr, string TitleEn, string Stage, string? Officer, DateTime LastAt, DateOnly? HoldUntilOn)
{
    public string Title(string language) => new LangText(TitleFr, TitleEn).In(language);
}

/// <summary>Open cases with nothing in their history for 15 working days of the secretariat: an officer's own, all of them for whoever
/// steers. Reminders are no news, nor what mail programs say. A case on hold stands on purpose, until the day on which it is to be
/// looked at again; one that was suspended without such a day is looked at like any other.</summary>
public sealed class ListIdleCases(TechAssistDb db, ReferenceCatalog reference, SecretariatOffice office, TimeProvider clock)
{
    public const int WorkingDays = 15;

    private static readonly string[] Reminders = ["task-reminder", "task-late", LastDay.Template, "task-escalated", "task-escalated-nobody", SettleCase.HoldOver, "mail-automatic", "mail-bounced", "mail-bounce-seen"];

    /// <summary>Those whose hold should be over first, then the longest idle.</summary>
    public async Task<IReadOnlyList<IdleCase>> ExecuteAsync(int most, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsSecretariat)
        {
            return [];
        }

        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat;
        var now = clock.GetUtcNow().UtcDateTime;
        var since = calendar.EndOf(calendar.MoveWorkingDays(calendar.LocalDay(now), -WorkingDays - 1));
        var today = office.Today(now);
        var cases = db.Requests.AsNoTracking().VisibleTo(actor);
        if (!actor.HasAny(Roles.Steering))
        {
            cases = cases.Where(request => request.CaseOfficerId == actor.PersonId);
        }

        return await cases
            .Where(request => (request.HoldUntilOn != null && (request.Status == RequestStatus.OnHold || request.Status == RequestStatus.Suspended)
                ? request.HoldUntilOn <= today
                : request.SubmittedAt < since && (request.Status == RequestStatus.Open || request.Status == RequestStatus.OnHold || request.Status == RequestStatus.Suspended)
                    && !db.Timeline.Any(entry => entry.Chain == request.Id && entry.At >= since && !Reminders.Contains(entry.Kind))))
            .Select(request => new
            {
                Case = request,
                LastAt = db.Timeline.Where(entry => entry.Chain == request.Id && !Reminders.Contains(entry.Kind)).Max(entry => (DateTime?)entry.At) ?? request.SubmittedAt!.Value,
            })
            .OrderBy(row => row.Case.HoldUntilOn == null).ThenBy(row => row.LastAt)
            .Take(most)
            .Select(row => new IdleCase(
                row.Case.Id, row.Case.Reference!, row.Case.TitleFr, row.Case.TitleEn, row.Case.Stage,
                db.People.Where(person => person.Id == row.Case.CaseOfficerId).Select(person => person.Name).FirstOrDefault(), row.LastAt, row.Case.HoldUntilOn))
            .ToListAsync(cancellationToken);
    }
}
