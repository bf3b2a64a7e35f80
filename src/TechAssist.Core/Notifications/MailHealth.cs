using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications;

/// <summary>How mails leave, as an administrator sees it.</summary>
/// <param name="Server">Host and port; null where mails are written to a folder.</param>
/// <param name="Late">Waiting though their time has come, for longer than a sweep takes.</param>
/// <param name="PutOff">Waiting for the reader's morning or the next daily mail.</param>
/// <param name="LastSentAt">UTC; null when none has left yet.</param>
/// <param name="Troubled">Those that were not taken, the latest try first.</param>
public sealed record MailHealthView(
    string? Server, string Folder, bool IsEncrypted, int Waiting, int PutOff, int Late, int SentToday, int Failed, DateTime? OldestLateAt, DateTime? LastSentAt,
    IReadOnlyList<TroubledMail> Troubled);

public sealed record TroubledMail(Guid Id, string Template, string ToName, string ToAddress, Guid? RequestId, string? Reference, int Tries, string? Error, DateTime? NextTryAt, bool IsGivenUp);

/// <summary>Whether mails leave; what to do about those that do not. For administrators.</summary>
public sealed class MailHealth(TechAssistDb db, IOptions<MailOptions> options, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Of those in trouble, as many are shown.</summary>
    public const int Most = 50;

    /// <summary>The job runs every minute; what waits longer than that is not seen to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<MailHealthView> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var late = db.Outbox.Where(mail => mail.State == MailState.Waiting && mail.Tries == 0 && mail.NextTryAt < now - Patience);
        var counts = await db.Outbox.Where(mail => mail.State == MailState.Waiting || mail.State == MailState.Failed)
            .GroupBy(mail => new { mail.State, IsPutOff = mail.NotBeforeAt != null && mail.NotBeforeAt > now })
            .Select(group => new { group.Key.State, group.Key.IsPutOff, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var troubled = await db.Outbox.AsNoTracking()
            .Where(mail => mail.State == MailState.Failed || (mail.State == MailState.Waiting && mail.Tries > 0))
            .OrderByDescending(mail => mail.CreatedAt).Take(Most)
            .Select(mail => new TroubledMail(
                mail.Id, mail.Template, mail.ToName, mail.ToAddress, mail.RequestId,
                db.Requests.Where(request => request.Id == mail.RequestId).Select(request => request.Reference).FirstOrDefault(),
                mail.Tries, mail.LastError, mail.NextTryAt, mail.State == MailState.Failed))
            .ToListAsync(cancellationToken);
        var settings = options.Value;
        return new MailHealthView(
            settings.Host is { Length: > 0 } host ? $"{host}:{settings.Port}" : null, settings.Folder, settings.StartTls || settings.Port == 465,
            counts.Where(count => count is { State: MailState.Waiting, IsPutOff: false }).Sum(count => count.Count),
            counts.Where(count => count is { State: MailState.Waiting, IsPutOff: true }).Sum(count => count.Count),
            await late.CountAsync(cancellationToken),
            await db.Outbox.CountAsync(mail => mail.State == MailState.Sent && mail.SentAt >= now.Date, cancellationToken),
            counts.Where(count => count.State == MailState.Failed).Sum(count => count.Count),
            await late.MinAsync(mail => mail.NextTryAt, cancellationToken),
            await db.Outbox.MaxAsync(mail => mail.SentAt, cancellationToken),
            troubled);
    }

    /// <summary>Lets a mail that was not taken leave again with the next sweep.</summary>
    /// <exception cref="NotFoundException">No such mail, or it is not in trouble.</exception>
    public async Task TryAgainAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.SingleOrDefaultAsync(row => row.Id == id && row.SentAt == null && row.Tries > 0, cancellationToken) ?? throw new NotFoundException("The mail");
        await NoteAsync(mail, "mail-tried-again", by, cancellationToken);
        mail.TryAgain(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives a mail up that can reach nobody.</summary>
    /// <exception cref="NotFoundException">No such mail, or it is not in trouble.</exception>
    public async Task GiveUpAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.SingleOrDefaultAsync(row => row.Id == id && row.SentAt == null && row.Tries > 0, cancellationToken) ?? throw new NotFoundException("The mail");
        await NoteAsync(mail, "mail-given-up", by, cancellationToken);
        mail.GiveUp("given-up");
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task NoteAsync(OutboxMessage mail, string kind, Actor by, CancellationToken cancellationToken)
    {
        var line = new TimelineLine(kind) { Values = new Dictionary<string, string> { ["to"] = mail.ToName, ["template"] = mail.Template } };
        return timeline.AddAsync(mail.RequestId, line, by, clock.GetUtcNow().UtcDateTime, cancellationToken);
    }
}
