using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Links;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>The mails of a registration.</summary>
internal static class RegistrationMail
{
    public static OutboxMessage Of(string template, Registration registration, DateTime now) => OutboxMessage.To(
        new OutboxMessage.Person(registration.Id, registration.Email, registration.Name, registration.Language), template, requestId: null,
        new Dictionary<string, string> { ["expert"] = registration.Name, ["reason"] = registration.Reason ?? "" }, now);

    /// <summary>A mail with a new link; those before it no longer count.</summary>
    public static async Task AddLinkAsync(TechAssistDb db, string template, Registration registration, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.SignedLinks
            .Where(link => link.SubjectId == registration.Id && link.Purpose == LinkPurpose.Register && link.UsedAt == null && link.RevokedAt == null).ToListAsync(cancellationToken))
        {
            earlier.Revoke(now);
        }

        var issued = RegistrationRules.Link(registration, now);
        db.SignedLinks.Add(issued);
        db.Outbox.Add(Of(template, registration, now).ByLink($"/registration/{issued.Token}?lang={registration.Language}"));
    }
}
