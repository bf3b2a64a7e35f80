using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>Asks a proposed expert whether he or she would go. The secretariat's act; the mail is the template <c>expert-invited</c>.</summary>
public sealed class Invite(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>expert-without-account</c>: nobody could answer; <c>nomination-moved-on</c>: already asked.</exception>
    public async Task ExecuteAsync(Guid nominationId, Actor actor, CancellationToken cancellationToken)
    {
        var nomination = await db.FindNominationAsync(nominationId, actor, cancellationToken);
        actor.RequireSecretariat();
        nomination.Request.RequireRunning();
        if (nomination.Expert.Person is not { IsActive: true } person)
        {
            throw new RuleException("expert-without-account");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        nomination.Invite(now);
        var values = new Dictionary<string, string>
        {
            ["name"] = person.Name,
            ["path"] = $"/invitations/{nomination.Id}",
            ["reference"] = nomination.Request.Reference ?? "",
            ["title"] = nomination.Request.Title(person.Language),
            ["role"] = nomination.Role,
        };
        var reader = new OutboxMessage.Person(person.Id, person.Email!, person.Name, person.Language);
        db.Outbox.Add(OutboxMessage.To(reader, "expert-invited", nomination.RequestId, values, now));
        await timeline.AddAsync(nomination.RequestId, ExpertLine.Of("expert-invited", nomination), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
