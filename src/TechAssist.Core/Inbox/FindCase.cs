using Microsoft.EntityFrameworkCore;
using MimeKit;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Inbox;

/// <summary>The case a mail belongs to.</summary>
/// <param name="SaysInternal">It was sent to the internal address of the case, or answers a mail whose answers are internal.</param>
/// <param name="SaysPublic">The same of what everybody on the case reads. Both, or neither, leave it open.</param>
public sealed record MailCase(Guid RequestId, bool SaysInternal, bool SaysPublic)
{
    public bool IsInternal => SaysInternal && !SaysPublic;

    /// <summary>Whether it is open who may read what the sender writes. Nobody outside the secretariat is sent an internal mail: whoever
    /// answers one was given it.</summary>
    public bool IsInDoubt(Actor sender) => sender.IsSecretariat ? SaysInternal == SaysPublic : SaysInternal;
}

/// <summary>Which case a mail belongs to: by the signed address it was sent to, otherwise by the mail of ours that it answers. Whoever
/// knows neither got none of our mails.</summary>
public sealed class FindCase(TechAssistDb db, CaseAddress address, OwnMails own)
{
    /// <summary>Servers note in them to whom they delivered.</summary>
    private static readonly string[] Delivered = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    /// <returns>Null for none.</returns>
    public async Task<MailCase?> OfAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var addresses = message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(mailbox => mailbox.Address)
            .Concat(message.Headers.Where(header => Delivered.Contains(header.Field, StringComparer.OrdinalIgnoreCase)).Select(header => header.Value.Trim().Trim('<', '>')));
        List<AddressedCase> addressed = [.. addresses.Select(address.Read).OfType<AddressedCase>()];
        var reference = addressed.FirstOrDefault()?.Reference;
        var byAddress = reference is null
            ? null
            : await db.Requests.Where(request => request.Reference == reference).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(cancellationToken);
        var (byAnswer, replyTo) = await AnsweredAsync(message, cancellationToken);
        if ((byAddress ?? byAnswer) is not { } requestId)
        {
            return null;
        }

        List<AddressedCase> says = [.. addressed.Append(byAnswer == requestId ? address.Read(replyTo) : null).OfType<AddressedCase>().Where(one => reference is null || one.Reference == reference)];
        return new MailCase(requestId, says.Exists(one => one.IsInternal), says.Exists(one => !one.IsInternal));
    }

    /// <summary>The case of the mail of ours that is answered, and where that one wanted its answers.</summary>
    private async Task<(Guid? RequestId, string? ReplyTo)> AnsweredAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        foreach (var (row, thread) in own.AnsweredBy(message))
        {
            var answered = row is null ? null : await db.Outbox.Where(mail => mail.Id == row).Select(mail => new { mail.RequestId, mail.ReplyTo }).SingleOrDefaultAsync(cancellationToken);
            var requestId = answered?.RequestId
                ?? await db.Requests.Where(request => request.Id == thread && request.Reference != null).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(cancellationToken);
            if (requestId is not null)
            {
                return (requestId, answered?.ReplyTo);
            }
        }

        return (null, null);
    }
}
