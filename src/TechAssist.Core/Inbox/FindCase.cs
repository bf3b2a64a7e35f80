using Microsoft.EntityFrameworkCore;
using MimeKit;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Inbox;

/// <summary>Which case a mail belongs to: by the signed address it was sent to, otherwise by the mail of ours that it answers. Whoever
/// knows neither got none of our mails.</summary>
public sealed class FindCase(TechAssistDb db, CaseAddress address, OwnMails own)
{
    /// <summary>Servers note in them to whom they delivered.</summary>
    private static readonly string[] Delivered = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    /// <returns>Null for none.</returns>
    public async Task<Guid?> OfAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var addresses = message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(mailbox => mailbox.Address)
            .Concat(message.Headers.Where(header => Delivered.Contains(header.Field, StringComparer.OrdinalIgnoreCase)).Select(header => header.Value.Trim().Trim('<', '>')));
        if (addresses.Select(address.ReferenceIn).OfType<string>().FirstOrDefault() is { } reference
            && await db.Requests.Where(request => request.Reference == reference).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(cancellationToken) is { } byAddress)
        {
            return byAddress;
        }

        foreach (var (row, thread) in own.AnsweredBy(message))
        {
            var requestId = row is null ? null : await db.Outbox.Where(mail => mail.Id == row).Select(mail => mail.RequestId).SingleOrDefaultAsync(cancellationToken);
            requestId ??= await db.Requests.Where(request => request.Id == thread && request.Reference != null).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(cancellationToken);
            if (requestId is not null)
            {
                return requestId;
            }
        }

        return null;
    }
}
