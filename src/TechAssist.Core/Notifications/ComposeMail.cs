using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using TechAssist.Core.Inbox;

namespace TechAssist.Core.Notifications;

/// <summary>Makes the mail of an outbox row. The same row always makes the same Message-ID, so that a mail sent twice shows as
/// one; the mails of a case form one thread.</summary>
public sealed class ComposeMail(IOptions<MailOptions> options, IOptions<PortalAddress> portal)
{
    /// <summary>Where a reader chooses which mails come, and how often.</summary>
    public const string ChoicesPath = "/account/mails";

    /// <param name="parts">The mails that a common one carries; none for any other.</param>
    public MimeMessage From(OutboxMessage row, IReadOnlyList<OutboxMessage> parts, DateTime now)
    {
        var mail = options.Value;
        var values = ValuesOf(row);
        var text = MailText.Of(row.Template, row.Language, values, [.. parts.Select(part => new MailPart(part.Template, ValuesOf(part)))]);
        var domain = mail.From[(mail.From.LastIndexOf('@') + 1)..];
        var body = new BodyBuilder { TextBody = text.Plain, HtmlBody = text.Html };
        if (row.Hold is { } hold)
        {
            body.Attachments.Add(HoldFile.Attach(row, hold, values, mail.From, now));
        }

        var message = new MimeMessage
        {
            MessageId = $"{row.Id:N}@{domain}",
            Date = new DateTimeOffset(now, TimeSpan.Zero),
            Subject = text.Subject,
            Body = body.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, Messages.Text("Mail.Sender", row.Language), mail.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, row.ToName, row.ToAddress));
        if (row.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(new MailboxAddress(Encoding.UTF8, Messages.Text("Mail.Sender", row.Language), replyTo));
        }

        message.Headers.Add("Auto-Submitted", "auto-generated");
        // Autoresponders of the common servers heed one or the other: an absence note is not answered to us.
        message.Headers.Add("Precedence", "bulk");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(OwnMails.Header, row.Id.ToString("N"));
        message.Headers.Add(HeaderId.ContentLanguage, row.Language);
        if (row.PersonId is not null && MailKinds.Of(row) is MailKind.News or MailKind.Digest)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{portal.Value.Of(ChoicesPath)}>");
        }

        if (row.RequestId is { } requestId)
        {
            var thread = $"case-{requestId:N}@{domain}";
            message.InReplyTo = thread;
            message.References.Add(thread);
        }

        return message;
    }

    private Dictionary<string, string> ValuesOf(OutboxMessage row) => new(row.Values)
    {
        ["name"] = row.ToName,
        ["link"] = Link(row),
        ["survey"] = Absolute(row, "surveyPath"),
        ["sheet"] = Absolute(row, "sheetPath"),
        ["moreTime"] = row.MoreTimePath is { } path ? portal.Value.Of(path) : "",
        [MailText.Answers] = row.ReplyTo is null ? "" : row.Values.GetValueOrDefault(MailText.Answers) is { Length: > 0 } internally ? internally : MailText.AnswersCase,
    };

    private string Absolute(OutboxMessage row, string value) => row.Values.GetValueOrDefault(value) is { Length: > 0 } path ? portal.Value.Of(path) : "";

    private string Link(OutboxMessage row) => (row.OncePath ?? row.Values.GetValueOrDefault("path")) is { } path ? portal.Value.Of(path) : "";
}
