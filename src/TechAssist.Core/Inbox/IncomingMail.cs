using System.Security.Cryptography;
using System.Text;
using MimeKit;
using TechAssist.Core.Documents;

namespace TechAssist.Core.Inbox;

/// <summary>A mail as it came in, with what is looked at first.</summary>
/// <param name="FromAddress">Lower case; empty where it does not say one sender.</param>
internal sealed record IncomingMail(MimeMessage Message, string Key, string FromAddress, string FromName, string Subject, string Preview, long Size)
{
    public const int MostAddress = 320;
    public const int MostName = 200;
    public const int MostSubject = 300;

    /// <exception cref="FormatException">It is no mail.</exception>
    public static async Task<IncomingMail> ReadAsync(SpooledFile file, CancellationToken cancellationToken)
    {
        file.Content.Position = 0;
        var message = await MimeMessage.LoadAsync(file.Content, cancellationToken);
        file.Content.Position = 0;
        return Of(message, file.Sha256, file.Size);
    }

    public static IncomingMail Of(MimeMessage message, string sha256, long size)
    {
        // A mail of several senders is nobody's in particular.
        var from = message.From.Mailboxes.ToList() is [var only] ? only : null;
        var address = Cut(from?.Address.ToLowerInvariant(), MostAddress);
        var key = string.IsNullOrWhiteSpace(message.MessageId)
            ? sha256
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.MessageId.Trim()}\n{address}")));
        return new IncomingMail(message, key, address, Cut(from?.Name, MostName), Cut(message.Subject, MostSubject), Cut(MailWords.TextOf(message), InboxMail.MostPreview), size);
    }

    /// <summary>Of a mail that cannot be read, or is too large to be.</summary>
    public static IncomingMail Unread(string key, string? from, string? subject, long size) =>
        new(new MimeMessage(), key, Cut(from?.ToLowerInvariant(), MostAddress), "", Cut(subject, MostSubject), "", size);

    private static string Cut(string? text, int most)
    {
        var clean = MailWords.Clean(text ?? "").Trim();
        return clean.Length <= most ? clean : char.IsHighSurrogate(clean[most - 1]) ? clean[..(most - 1)] : clean[..most];
    }
}
