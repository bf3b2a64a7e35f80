using MimeKit;

namespace TechAssist.Core.Inbox;

/// <summary>What a server says about a mail it could not deliver (RFC 3464).</summary>
/// <param name="Row">The row of the outbox it is about; null where it does not say.</param>
/// <param name="IsFinal">It is given up; otherwise it is still tried.</param>
/// <param name="Reason">Status and the words of the server.</param>
internal sealed record Bounce(Guid? Row, bool IsFinal, string Reason)
{
    /// <returns>Null for any other mail.</returns>
    public static Bounce? Read(MimeMessage message, OwnMails own)
    {
        if (message.Body is not MultipartReport report || !string.Equals(report.ReportType, "delivery-status", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var recipients = report.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups).Where(group => group.Contains("Action")).ToList();
        var failed = recipients.Find(group => string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase));
        var original = report.OfType<MessagePart>().Select(part => part.Message).OfType<MimeMessage>().FirstOrDefault();
        return new Bounce(original is null ? null : own.RowOf(original), failed is not null, Words(failed ?? recipients.FirstOrDefault()));
    }

    private static string Words(HeaderList? group)
    {
        var status = group?["Status"]?.Trim() ?? "";
        var words = group?["Diagnostic-Code"] ?? "";
        var said = words[(words.IndexOf(';', StringComparison.Ordinal) + 1)..];
        return MailWords.Clean($"{status} {string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}").Trim();
    }
}
