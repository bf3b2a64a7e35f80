using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications;

/// <summary>Sends the mails that are due, the oldest first. A row is claimed by one conditional update that puts its next try
/// beyond the claim, so that several nodes never send the same one, and a node that dies leaves it to the others.</summary>
public sealed partial class SendOutbox(TechAssistDb db, IMailer mailer, ComposeMail compose, TimeProvider clock, ILogger<SendOutbox> logger)
{
    /// <summary>Longer than any server takes to accept a mail.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>Tries up to <paramref name="most"/> mails; returns how many were due.</summary>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Outbox
            .Where(row => row.NextTryAt <= now)
            .OrderBy(row => row.NextTryAt)
            .Take(most)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            if (await ClaimAsync(id, cancellationToken))
            {
                await SendAsync(id, cancellationToken);
            }
        }

        return due.Count;
    }

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        DateTime? until = now + Claim;
        return await db.Outbox
            .Where(row => row.Id == id && row.NextTryAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(claimed => claimed.NextTryAt, until), cancellationToken) == 1;
    }

    private async Task SendAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var row = await db.Outbox.SingleAsync(claimed => claimed.Id == id, cancellationToken);
        try
        {
            await mailer.SendAsync(compose.From(row, clock.GetUtcNow().UtcDateTime), cancellationToken);
            row.Sent(clock.GetUtcNow().UtcDateTime);
            LogSent(row.Id, row.Template);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            row.Failed(exception.Message, clock.GetUtcNow().UtcDateTime);
            Log(row, exception);
        }

        // A mail that has left is marked so even when the program is being stopped.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private void Log(OutboxMessage row, Exception exception)
    {
        if (row.NextTryAt is null)
        {
            LogGivenUp(exception, row.Id, row.Template, row.Tries);
            return;
        }

        LogFailed(exception, row.Id, row.Template, row.Tries);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Id} ({Template}) was sent.")]
    private partial void LogSent(Guid id, string template);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} ({Template}) was not taken, try {Tries}.")]
    private partial void LogFailed(Exception exception, Guid id, string template, int tries);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} ({Template}) is given up after {Tries} tries.")]
    private partial void LogGivenUp(Exception exception, Guid id, string template, int tries);
}
