using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Experts.Calls;

/// <summary>Does what the clock owes to open calls: one reminder to those who said nothing, a word to the officer when half the
/// time brought no answer, the close. After a time without a sweep only what still makes sense is done.</summary>
public sealed class SweepCalls(TechAssistDb db, CasePeople people, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Looks at up to <paramref name="most"/> calls that are due; returns how many were.</summary>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Calls.Where(call => call.NextAt <= now).OrderBy(call => call.NextAt).Take(most).Select(call => call.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                await HandleAsync(id, now, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // An answer came in the same moment; the next sweep looks again.
            }
        }

        return due.Count;
    }

    private async Task HandleAsync(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        var call = await db.Calls
            .Include(found => found.Request.Countries)
            .Include(found => found.Nominations).ThenInclude(nomination => nomination.Expert.Person)
            .AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == id && found.NextAt <= now, cancellationToken);
        if (call is null)
        {
            return;
        }

        if (call.ClosesAt <= now)
        {
            await CloseAsync(call, now, cancellationToken);
        }
        else
        {
            await RemindAsync(call, now, cancellationToken);
            await AlarmAsync(call, now, cancellationToken);
            call.Swept(now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task CloseAsync(Call call, DateTime now, CancellationToken cancellationToken)
    {
        var silent = call.Nominations.FindAll(nomination => nomination.Status == NominationStatus.Invited);
        silent.ForEach(nomination => nomination.StaySilent(now));
        TellTheSilent(call, silent, now);
        call.End(CallStatus.Closed, reason: null, now);
        await timeline.AddAsync(call.RequestId, CallLine.Of("call-closed", call, silent.Count), Actor.System, now, cancellationToken);
        await TellOfficersAsync("call-closed", call, now, cancellationToken);
    }

    /// <summary>Days that were held for an answer that did not come are free again.</summary>
    private void TellTheSilent(Call call, List<Nomination> silent, DateTime now)
    {
        foreach (var nomination in silent)
        {
            if (CallMail.HoldOf(nomination, HoldState.Cancelled) is { } hold && ExpertAddress.Of(nomination.Expert) is { } reader)
            {
                db.Outbox.Add(CallMail.Of("call-over", call, reader, link: null, now).With(hold));
            }
        }
    }

    private async Task RemindAsync(Call call, DateTime now, CancellationToken cancellationToken)
    {
        var owed = CallSchedule.Reminders(call.OpensAt, call.ClosesAt).Where(at => at <= now && call.NextAt <= at).ToList();
        var silent = call.Nominations.FindAll(nomination => nomination.Status == NominationStatus.Invited);
        if (owed.Count == 0 || silent.Count == 0)
        {
            return;
        }

        var links = (await db.LinksOfAsync(call, cancellationToken)).ToDictionary(link => link.SubjectId);
        foreach (var nomination in silent)
        {
            if (links.TryGetValue(nomination.Id, out var link) && ExpertAddress.Of(nomination.Expert) is { } reader)
            {
                db.Outbox.Add(CallMail.Of("call-reminder", call, reader, link, now));
                nomination.Reminded(now);
            }
        }

        await timeline.AddAsync(call.RequestId, CallLine.Of("call-reminded", call, silent.Count), Actor.System, now, cancellationToken);
    }

    private async Task AlarmAsync(Call call, DateTime now, CancellationToken cancellationToken)
    {
        var half = CallSchedule.HalfTime(call.OpensAt, call.ClosesAt);
        var isAnswered = call.Nominations.Exists(nomination => nomination.AnsweredAt is not null);
        if (isAnswered || half > now || call.NextAt > half)
        {
            return;
        }

        await timeline.AddAsync(call.RequestId, CallLine.Of("call-unanswered", call, call.Nominations.Count), Actor.System, now, cancellationToken);
        await TellOfficersAsync("call-unanswered", call, now, cancellationToken);
    }

    private async Task TellOfficersAsync(string template, Call call, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var officer in await people.FindAsync(["caseOfficer", "dutyOfficer"], call.Request, null, cancellationToken))
        {
            var mail = CallMail.Of(template, call, new OutboxMessage.Person(officer.Id, officer.Email, officer.Name, officer.Language), link: null, now);
            db.Outbox.Add(mail.At($"/requests/{call.Request.Reference}/experts"));
        }
    }
}
