using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace TechAssist.Core.Notifications;

/// <summary>Hands mails to an SMTP server; the connection is kept for the mails of one round.</summary>
public sealed class SmtpMailer(IOptions<MailOptions> options) : IMailer, IAsyncDisposable
{
    private readonly SmtpClient client = new SmtpClient { Timeout = 30_000 }.Trusting(options.Value.Authority);

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await ConnectAsync(cancellationToken);
            if (options.Value.ReturnPath is { Length: > 0 } returnPath)
            {
                await client.SendAsync(message, MailboxAddress.Parse(returnPath), message.To.Mailboxes, cancellationToken);
            }
            else
            {
                await client.SendAsync(message, cancellationToken);
            }
        }
        catch
        {
            // After a refusal the state of the session is unknown, and it may not be signed in: the next mail starts with a new one.
            await client.DisconnectAsync(quit: false, CancellationToken.None);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }

        client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (client.IsConnected)
        {
            return;
        }

        var mail = options.Value;
        await client.ConnectAsync(mail.Host!, mail.Port, Security(mail), cancellationToken);
        if (!string.IsNullOrEmpty(mail.User))
        {
            await client.AuthenticateAsync(mail.User, mail.Password ?? "", cancellationToken);
        }
    }

    private static SecureSocketOptions Security(MailOptions mail) =>
        mail.StartTls ? SecureSocketOptions.StartTls : mail.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None;
}
