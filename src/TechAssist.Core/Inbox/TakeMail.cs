using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Inbox;

/// <summary>Decides about one mail and does it, in one save with the row that says so. Nothing here answers a mail: whoever wrote gets
/// none for it, and a program gets none at all.</summary>
public sealed class TakeMail(TechAssistDb db, OwnMails own, FindCase findCase, FindActor findActor, PostMail post, TakeBounce takeBounce, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>The largest mail, in bytes.</summary>
    public const long Most = 50 * 1024 * 1024;

    /// <summary>More from one sender within an hour are looked at by a person first.</summary>
    public const int MostAnHour = 20;

    /// <returns>Null where it was handled before.</returns>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public async Task<InboxState?> ExecuteAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var file = await SpooledFile.TakeAsync(content, Most, cancellationToken);
        var mail = await IncomingMail.ReadAsync(file, cancellationToken);
        if (await IsKnownAsync(mail, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await IsOwnAsync(mail, cancellationToken))
        {
            return await NoteAsync(mail, InboxState.Own, null, null, now, cancellationToken);
        }

        if (Bounce.Read(mail.Message, own) is { } bounce)
        {
            return await takeBounce.ExecuteAsync(bounce, now, cancellationToken)
                ? await NoteAsync(mail, InboxState.Bounce, bounce.IsFinal ? null : "delayed", null, now, cancellationToken)
                : await WaitAsync(mail, file, "bounce-unknown", null, now, cancellationToken);
        }

        var found = await findCase.OfAsync(mail.Message, cancellationToken);
        var requestId = found?.RequestId;
        if (MailNature.IsAutomatic(mail.Message))
        {
            await NoteAbsenceAsync(mail, requestId, now, cancellationToken);
            return await NoteAsync(mail, InboxState.Automatic, null, requestId, now, cancellationToken);
        }

        var sender = mail.FromAddress.Length == 0 ? null : await findActor.ByEmailAsync(mail.FromAddress, cancellationToken);
        if (await WhyNotAsync(mail, found, sender, now, cancellationToken) is { } why)
        {
            return await WaitAsync(mail, file, why, requestId, now, cancellationToken);
        }

        var row = InboxMail.Of(mail, InboxState.Posted, null, requestId, now);
        db.InboxMails.Add(row);
        var refusal = await post.TryAsync(mail.Message, found!.RequestId, found.IsInternal, null, sender!, cancellationToken);
        if (refusal is null)
        {
            return InboxState.Posted;
        }

        db.ChangeTracker.Clear();
        return await WaitAsync(mail, file, refusal, requestId, now, cancellationToken);
    }

    /// <summary>Keeps a mail that nothing else could be done with, for a person to look at.</summary>
    public async Task KeepAsync(Stream content, string why, CancellationToken cancellationToken)
    {
        await using var file = await SpooledFile.TakeAsync(content, Most, cancellationToken);
        var mail = await ReadOrNotAsync(file, cancellationToken);
        if (!await IsKnownAsync(mail, cancellationToken))
        {
            await WaitAsync(mail, file, why, null, clock.GetUtcNow().UtcDateTime, cancellationToken);
        }
    }

    /// <summary>Says that a mail is there which is too large to be fetched.</summary>
    public async Task NoteTooLargeAsync(string key, string? from, string? subject, long size, CancellationToken cancellationToken)
    {
        var mail = IncomingMail.Unread(key, from, subject, size);
        if (!await IsKnownAsync(mail, cancellationToken))
        {
            await NoteAsync(mail, InboxState.Waiting, "too-large", null, clock.GetUtcNow().UtcDateTime, cancellationToken);
        }
    }

    private async Task<string?> WhyNotAsync(IncomingMail mail, MailCase? found, Actor? sender, DateTime now, CancellationToken cancellationToken)
    {
        if (MailNature.IsDisproved(mail.Message))
        {
            return "not-proven";
        }

        if (sender is null)
        {
            return "unknown-sender";
        }

        if (found is null)
        {
            return "no-case";
        }

        if (found.IsInDoubt(sender))
        {
            return "maybe-internal";
        }

        var since = now.AddHours(-1);
        return await db.InboxMails.CountAsync(row => row.FromAddress == mail.FromAddress && row.ReceivedAt > since && row.State == InboxState.Posted, cancellationToken) >= MostAnHour
            ? "too-many"
            : null;
    }

    private Task<bool> IsKnownAsync(IncomingMail mail, CancellationToken cancellationToken) => db.InboxMails.AnyAsync(row => row.Key == mail.Key, cancellationToken);

    private async Task<bool> IsOwnAsync(IncomingMail mail, CancellationToken cancellationToken) =>
        own.IsFromUs(mail.Message) || (own.RowOf(mail.Message) is { } id && await db.Outbox.AnyAsync(row => row.Id == id, cancellationToken));

    /// <summary>That somebody of the case is away is worth a line in its history, once a day.</summary>
    private async Task NoteAbsenceAsync(IncomingMail mail, Guid? requestId, DateTime now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-1);
        if (requestId is null || mail.FromAddress.Length == 0 || await findActor.ByEmailAsync(mail.FromAddress, cancellationToken) is not { } sender
            || await db.InboxMails.AnyAsync(row => row.FromAddress == mail.FromAddress && row.RequestId == requestId && row.State == InboxState.Automatic && row.ReceivedAt > since, cancellationToken))
        {
            return;
        }

        var line = new TimelineLine("mail-automatic") { Values = new Dictionary<string, string> { ["who"] = sender.Name, ["words"] = mail.Subject } };
        await timeline.AddAsync(requestId, line, Actor.System, now, cancellationToken);
    }

    private async Task<InboxState> NoteAsync(IncomingMail mail, InboxState state, string? why, Guid? requestId, DateTime now, CancellationToken cancellationToken)
    {
        db.InboxMails.Add(InboxMail.Of(mail, state, why, requestId, now));
        await db.SaveChangesAsync(cancellationToken);
        return state;
    }

    private async Task<InboxState> WaitAsync(IncomingMail mail, SpooledFile file, string why, Guid? requestId, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await file.StoreAsync(db, cancellationToken);
        db.InboxMails.Add(InboxMail.Of(mail, InboxState.Waiting, why, requestId, now).Kept(file.Sha256));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InboxState.Waiting;
    }

    private static async Task<IncomingMail> ReadOrNotAsync(SpooledFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await IncomingMail.ReadAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return IncomingMail.Unread(file.Sha256, null, null, file.Size);
        }
    }
}
