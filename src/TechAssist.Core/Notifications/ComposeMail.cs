using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;

namespace TechAssist.Core.Notifications;

/// <summary>Makes the mail of an outbox row. The same row always makes the same Message-ID, so that a mail sent twice shows as
/// one; the mails of a case form one thread.</summary>
public sealed class ComposeMail(IOptions<MailOptions> options, IOptions<PortalAddress> portal)
{
    public MimeMessage From(OutboxMessage row, DateTime now)
    {
        var mail = options.Value;
        var values = new Dictionary<string, string>(row.Values) { ["name"] = row.ToName, ["link"] = Link(row) };
        var text = MailText.Of(row.Template, row.Language, values);
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
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, row.Language);
        if (row.RequestId is { } requestId)
        {
            var thread = $"case-{requestId:N}@{domain}";
            message.InReplyTo = thread;
            message.References.Add(thread);
        }

        return message;
    }

    private string Link(OutboxMessage row) => (row.OncePath ?? row.Values.GetValueOrDefault("path")) is { } path ? portal.Value.Of(path) : "";
}
