using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications;

/// <summary>Hands one claimed mail to the mailer and writes down what came of it.</summary>
public sealed partial class HandOverMail(TechAssistDb db, IMailer mailer, ComposeMail compose, TimeProvider clock, ILogger<HandOverMail> logger)
{
    public async Task ExecuteAsync(OutboxMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            var parts = MailKinds.Of(mail) == MailKind.Digest
                ? await db.Outbox.AsNoTracking().Where(part => part.DigestId == mail.Id).OrderBy(part => part.Id).ToListAsync(cancellationToken)
                : [];
            await mailer.SendAsync(compose.From(mail, parts, clock.GetUtcNow().UtcDateTime), cancellationToken);
            mail.Sent(clock.GetUtcNow().UtcDateTime);
            LogSent(mail.Id, mail.Template);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            mail.Failed(exception.Message, clock.GetUtcNow().UtcDateTime);
            Log(mail, exception);
        }

        // A mail that has left is marked so even when the program is being stopped.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private void Log(OutboxMessage mail, Exception exception)
    {
        if (mail.NextTryAt is null)
        {
            LogGivenUp(exception, mail.Id, mail.Template, mail.Tries);
            return;
        }

        LogFailed(exception, mail.Id, mail.Template, mail.Tries);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Id} ({Template}) was sent.")]
    private partial void LogSent(Guid id, string template);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} ({Template}) was not taken, try {Tries}.")]
    private partial void LogFailed(Exception exception, Guid id, string template, int tries);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} ({Template}) is given up after {Tries} tries.")]
    private partial void LogGivenUp(Exception exception, Guid id, string template, int tries);
}
