using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Notifications;

namespace TechAssist.Core.Inbox;

/// <summary>Knows mails of ours by what they carry.</summary>
public sealed class OwnMails(IOptions<MailOptions> mail, IOptions<InboxOptions> inbox)
{
    /// <summary>Names the row of the outbox, for servers on the way that write a Message-ID of their own.</summary>
    public const string Header = "X-TechAssist-Mail";

    private const string CaseThread = "case-";

    /// <summary>The row of the outbox that made it; null for any other mail.</summary>
    public Guid? RowOf(MimeMessage message) => Guid.TryParseExact(message.Headers[Header]?.Trim(), "N", out var id) ? id : RowOf(message.MessageId);

    /// <summary>Says it is from us, whether or not it is.</summary>
    public bool IsFromUs(MimeMessage message) => message.From.Mailboxes.Any(from =>
        from.Address.Equals(mail.Value.From, StringComparison.OrdinalIgnoreCase) || from.Address.Equals(inbox.Value.Address, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rows and cases that it answers, the latest first.</summary>
    public IReadOnlyList<(Guid? Row, Guid? Case)> AnsweredBy(MimeMessage message)
    {
        IEnumerable<string?> ids = [message.InReplyTo, .. message.References.Reverse()];
        return [.. ids.Select(id => (Row: RowOf(id), Case: CaseOf(id))).Where(found => found.Row is not null || found.Case is not null).Distinct()];
    }

    private Guid? RowOf(string? messageId) => Local(messageId) is { } local && Guid.TryParseExact(local, "N", out var id) ? id : null;

    private Guid? CaseOf(string? messageId) =>
        Local(messageId) is { } local && local.StartsWith(CaseThread, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(local[CaseThread.Length..], "N", out var id) ? id : null;

    /// <summary>What stands before the @ of an id of our domain.</summary>
    private string? Local(string? messageId)
    {
        var text = MimeUtils.EnumerateReferences(messageId ?? "").FirstOrDefault() ?? messageId;
        var end = "@" + mail.Value.From[(mail.Value.From.LastIndexOf('@') + 1)..];
        return text is not null && text.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? text[..^end.Length] : null;
    }
}
