using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Calls;

public sealed record StandDownCallInput([property: Required, StringLength(4000)] string Reason);

/// <summary>Stands a call down: nobody is needed any more. Everybody asked who did not decline is told (template
/// <c>expert-stood-down</c>). The secretariat's act.</summary>
public sealed class StandDownCall(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    private static readonly NominationStatus[] Waiting = [NominationStatus.Invited, NominationStatus.Accepted];

    /// <exception cref="RuleException"><c>call-ended</c>.</exception>
    public async Task ExecuteAsync(Guid callId, StandDownCallInput input, Actor actor, CancellationToken cancellationToken)
    {
        var call = await db.FindCallAsync(callId, actor, cancellationToken);
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        var told = call.Nominations.FindAll(nomination => Waiting.Contains(nomination.Status));
        await db.StandDownAsync(call, input.Reason.Trim(), now, cancellationToken);
        foreach (var nomination in told)
        {
            nomination.StandDown(input.Reason.Trim(), now);
            if (call.OpensAt <= now && ExpertAddress.Of(nomination.Expert) is { } reader)
            {
                db.Outbox.Add(CallMail.Of("call-stood-down", call, reader, link: null, now).With(CallMail.HoldOf(nomination, HoldState.Cancelled)));
            }
        }

        await timeline.AddAsync(call.RequestId, CallLine.Of("call-stood-down", call, told.Count, input.Reason), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

public sealed record ProlongCallInput
{
    /// <summary>UTC.</summary>
    [Required]
    public DateTime? ClosesAt { get; init; }
}

/// <summary>Gives a call more time, or less. The secretariat's act; the links follow.</summary>
public sealed class ProlongCall(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>call-ended</c>.</exception>
    public async Task ExecuteAsync(Guid callId, ProlongCallInput input, Actor actor, CancellationToken cancellationToken)
    {
        var call = await db.FindCallAsync(callId, actor, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        InputCheck.ThrowIfInvalid(input, [.. OpenCall.CheckClose(input.ClosesAt, call.OpensAt, call.Request, now)]);
        call.Prolong(input.ClosesAt!.Value, now);
        var links = await db.LinksOfAsync(call, cancellationToken);
        links.ForEach(link => link.Prolong(call.ClosesAt));
        await timeline.AddAsync(call.RequestId, CallLine.Of("call-prolonged", call, call.Nominations.Count), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static class CallLookup
{
    /// <summary>Ends an open call, loaded with its nominations: its links are dead, and nobody is asked any more. Who was asked is the caller's to tell.</summary>
    public static async Task StandDownAsync(this TechAssistDb db, Call call, string? reason, DateTime now, CancellationToken cancellationToken)
    {
        call.End(CallStatus.StoodDown, reason, now);
        var links = await db.LinksOfAsync(call, cancellationToken);
        links.ForEach(link => link.Revoke(now));
        var unsent = await db.Outbox.Where(mail => mail.RequestId == call.RequestId && mail.Template == "call-opened" && mail.NextTryAt == call.OpensAt && mail.NextTryAt > now)
            .ToListAsync(cancellationToken);
        unsent.ForEach(mail => mail.GiveUp("The call was stood down before it opened."));
        var ids = unsent.ConvertAll(mail => mail.Id);
        db.Notifications.RemoveRange(await db.Notifications.Where(notification => ids.Contains(notification.Id)).ToListAsync(cancellationToken));
    }

    /// <summary>An open call, to change it: with its case, and the nominations with their experts.</summary>
    /// <exception cref="NotFoundException">Absent, or of a case that is not the actor's to know.</exception>
    public static async Task<Call> FindCallAsync(this TechAssistDb db, Guid callId, Actor actor, CancellationToken cancellationToken)
    {
        var visible = db.Requests.VisibleTo(actor);
        var call = await db.Calls
            .Include(found => found.Request.Countries)
            .Include(found => found.Nominations).ThenInclude(nomination => nomination.Expert.Person)
            .AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == callId && visible.Any(request => request.Id == found.RequestId), cancellationToken)
            ?? throw new NotFoundException("The call");
        actor.RequireSecretariat();
        return call.Status == CallStatus.Open ? call : throw new RuleException("call-ended");
    }

    /// <summary>The links of a call that can still be used.</summary>
    public static Task<List<SignedLink>> LinksOfAsync(this TechAssistDb db, Call call, CancellationToken cancellationToken)
    {
        var nominations = call.Nominations.ConvertAll(nomination => nomination.Id);
        return db.SignedLinks
            .Where(link => link.Purpose == LinkPurpose.AnswerCall && nominations.Contains(link.SubjectId) && link.UsedAt == null && link.RevokedAt == null)
            .ToListAsync(cancellationToken);
    }
}
