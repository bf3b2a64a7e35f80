using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Links;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

public sealed record StandDownInput([property: Required, StringLength(4000)] string Reason);

/// <summary>Takes a nomination off the list. The secretariat's act; an expert who was asked is told (template <c>expert-stood-down</c>).</summary>
public sealed class StandDown(TechAssistDb db, PutForward putForward, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>nomination-moved-on</c>: it was declined, confirmed or ended.</exception>
    public async Task ExecuteAsync(Guid nominationId, StandDownInput input, Actor actor, CancellationToken cancellationToken)
    {
        var nomination = await db.FindNominationAsync(nominationId, actor, cancellationToken);
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        nomination.StandDown(input.Reason.Trim(), now);
        if (nomination.InvitedAt <= now && ExpertAddress.Of(nomination.Expert) is { } reader)
        {
            db.Outbox.Add(ExpertMail.Of("expert-stood-down", nomination, reader, now).With(CallMail.HoldOf(nomination, HoldState.Cancelled)));
        }

        await RevokeAsync(nomination, now, cancellationToken);

        await timeline.AddAsync(nomination.RequestId, ExpertLine.Of("expert-stood-down", nomination, input.Reason), actor, now, cancellationToken);
        await putForward.NextAsync(nomination, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who stands down in the middle of a call answers it no more.</summary>
    private async Task RevokeAsync(Nomination nomination, DateTime now, CancellationToken cancellationToken)
    {
        var links = await db.SignedLinks
            .Where(link => link.Purpose == LinkPurpose.AnswerCall && link.SubjectId == nomination.Id && link.UsedAt == null && link.RevokedAt == null)
            .ToListAsync(cancellationToken);
        links.ForEach(link => link.Revoke(now));
    }
}
