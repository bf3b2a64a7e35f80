using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications;

/// <summary>Sends the mails that are due, reader by reader. A row is claimed by one conditional update that puts its next try beyond
/// the claim, so that several nodes never send the same one, and a node that dies leaves it to the others.</summary>
public sealed class SendOutbox(TechAssistDb db, MailReaders readers, DecideMail decide, HandOverMail handOver, TimeProvider clock)
{
    /// <summary>Longer than any server takes to accept a mail.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>More than this many for one reader become one.</summary>
    public const int MostAtOnce = 3;

    /// <summary>Looks at up to <paramref name="most"/> mails and all others of their readers; returns how many of the first were due.</summary>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow().UtcDateTime;
        var due = await db.Outbox
            .Where(row => row.NextTryAt <= started)
            .OrderBy(row => row.NextTryAt)
            .Take(most)
            .Select(row => new Reader(row.ToAddress, row.PersonId))
            .ToListAsync(cancellationToken);
        readers.Forget();
        await readers.ReadAsync(due.Select(reader => reader.PersonId).OfType<Guid>(), cancellationToken);
        foreach (var reader in due.Distinct())
        {
            await SendToAsync(reader, cancellationToken);
        }

        return due.Count;
    }

    /// <summary>The clock is read for each reader: with many of them, the evening may come meanwhile.</summary>
    private async Task SendToAsync(Reader reader, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow().UtcDateTime;
        var claimed = new List<Guid>();
        foreach (var id in await db.Outbox.Where(row => row.ToAddress == reader.Address && row.PersonId == reader.PersonId && row.NextTryAt <= now)
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellationToken))
        {
            if (await ClaimAsync(id, cancellationToken))
            {
                claimed.Add(id);
            }
        }

        if (claimed.Count == 0)
        {
            return;
        }

        var mails = await db.Outbox.Where(row => claimed.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var fates = await decide.OfAsync(mails, now, cancellationToken);
        var leaving = new List<(OutboxMessage Mail, MailFate.Send Fate)>();
        foreach (var (mail, fate) in mails.Zip(fates))
        {
            switch (fate)
            {
                case MailFate.Drop drop:
                    mail.GiveUp(drop.Why);
                    break;
                case MailFate.PutOff putOff:
                    mail.PutOff(putOff.Until);
                    break;
                case MailFate.Send send:
                    leaving.Add((mail, send));
                    break;
            }
        }

        List<OutboxMessage> ready = [.. Gather(leaving, now)];
        await db.SaveChangesAsync(cancellationToken);
        foreach (var mail in ready)
        {
            await handOver.ExecuteAsync(mail, cancellationToken);
        }
    }

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        DateTime? until = now + Claim;
        return await db.Outbox
            .Where(row => row.Id == id && row.NextTryAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(claimed => claimed.NextTryAt, until), cancellationToken) == 1;
    }

    /// <summary>More than three, or several of which one is wanted once a day, leave as one mail. It is claimed by whoever makes it and
    /// saved together with its parts: whatever happens then, they go out in it and only there.</summary>
    private IEnumerable<OutboxMessage> Gather(List<(OutboxMessage Mail, MailFate.Send Fate)> leaving, DateTime now)
    {
        List<OutboxMessage> parts = [.. leaving.Where(one => one.Fate.MayShare).Select(one => one.Mail)];
        var isMany = parts.Count > MostAtOnce || (parts.Count > 1 && leaving.Exists(one => one.Fate.IsDaily));
        if (!isMany)
        {
            return leaving.Select(one => one.Mail);
        }

        var digest = OutboxMessage.DigestOf(parts, now).ClaimedUntil(now + Claim);
        db.Outbox.Add(digest);
        return leaving.Where(one => !one.Fate.MayShare).Select(one => one.Mail).Append(digest);
    }

    /// <summary>Two people may share a mailbox, and one person have two: whoever a mail is for, their mails are put together and no others.</summary>
    private sealed record Reader(string Address, Guid? PersonId);
}
