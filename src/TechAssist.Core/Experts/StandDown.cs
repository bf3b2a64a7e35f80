using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

public sealed record StandDownInput([property: Required, StringLength(4000)] string Reason);

/// <summary>Takes a nomination off the list. The secretariat's act; an expert who was asked is told (template <c>expert-stood-down</c>).</summary>
public sealed class StandDown(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>nomination-moved-on</c>: it was declined, confirmed or ended.</exception>
    public async Task ExecuteAsync(Guid nominationId, StandDownInput input, Actor actor, CancellationToken cancellationToken)
    {
        var nomination = await db.FindNominationAsync(nominationId, actor, cancellationToken);
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        nomination.StandDown(input.Reason.Trim(), now);
        if (nomination is { InvitedAt: not null, Expert.Person: { IsActive: true } person })
        {
            var values = new Dictionary<string, string>
            {
                ["name"] = person.Name,
                ["path"] = $"/invitations/{nomination.Id}",
                ["reference"] = nomination.Request.Reference ?? "",
                ["title"] = nomination.Request.Title(person.Language),
            };
            var reader = new OutboxMessage.Person(person.Id, person.Email!, person.Name, person.Language);
            db.Outbox.Add(OutboxMessage.To(reader, "expert-stood-down", nomination.RequestId, values, now));
        }

        await timeline.AddAsync(nomination.RequestId, ExpertLine.Of("expert-stood-down", nomination, input.Reason), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
