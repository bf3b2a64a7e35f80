using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications.Portal;

/// <summary>The one place where notifications are made: whatever adds a mail for a person adds its line in the portal, in the same save.
/// Mails of an account have none (they hold the way into it), nor has a common mail, whose parts have theirs.</summary>
internal static class NotifyReaders
{
    public static async Task AddAsync(TechAssistDb db, CancellationToken cancellationToken)
    {
        // A save that failed is tried again with what it had added. Asking what is tracked compares everything that is: once, not for each mail.
        var added = db.ChangeTracker.Entries<OutboxMessage>().Where(entry => entry is { State: EntityState.Added, Entity.PersonId: not null }).ToList();
        if (added.Count == 0)
        {
            return;
        }

        var told = db.ChangeTracker.Entries<Notification>().Select(entry => entry.Entity.Id).ToHashSet();
        var mails = added
            .Where(entry => !told.Contains(entry.Entity.Id))
            .Select(entry => (Mail: entry.Entity, Kind: MailKinds.Of(entry.Entity)))
            .Where(one => one.Kind is not (MailKind.Account or MailKind.Digest))
            .ToList();
        if (mails.Count == 0)
        {
            return;
        }

        // What comes by no mail stands in the portal whatever was chosen. Somebody on the roster without an account is written to, and has no portal.
        var ids = mails.Select(one => one.Mail.PersonId!.Value).Distinct().ToList();
        var readers = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .Select(person => new { person.Id, Without = db.MailChoices.Where(choice => choice.PersonId == person.Id && !choice.IsInPortal).Select(choice => choice.Kind).ToList() })
            .ToDictionaryAsync(person => person.Id, person => person.Without, cancellationToken);
        db.Notifications.AddRange(mails
            .Where(one => readers.TryGetValue(one.Mail.PersonId!.Value, out var without) && (!without.Contains(one.Kind) || one.Mail.LastError == OutboxMessage.InPortalOnly))
            .Select(one => Notification.Of(one.Mail)));
    }
}
