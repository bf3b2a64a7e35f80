using MimeKit;

namespace TechAssist.Core.Notifications;

/// <summary>The way out of the house for mails.</summary>
public interface IMailer
{
    /// <summary>Hands one mail over. Handing over the same Message-ID twice must do no harm.</summary>
    /// <exception cref="Exception">It was not taken; the outbox tries again.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
