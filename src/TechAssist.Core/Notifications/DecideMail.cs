using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Notifications;

/// <summary>What becomes of a mail whose time has come.</summary>
public abstract record MailFate
{
    /// <param name="MayShare">Becomes a line of a common mail when several wait.</param>
    /// <param name="IsDaily">The reader wants this kind once a day.</param>
    public sealed record Send(bool MayShare, bool IsDaily) : MailFate;

    public sealed record PutOff(DateTime Until) : MailFate;

    /// <param name="Why">A code with a text <c>Mail.Dropped.(code)</c>.</param>
    public sealed record Drop(string Why) : MailFate;
}

/// <summary>Whether a mail leaves now: not when it has become pointless, not at the reader's night or on closed days, and at the pace
/// the reader chose. Mails of the rapid track, of accounts and of
/// danger leave at any hour.</summary>
public sealed class DecideMail(TechAssistDb db, MailReaders readers)
{
    public async Task<MailFate> OfAsync(OutboxMessage mail, DateTime now, CancellationToken cancellationToken)
    {
        var kind = MailKinds.Of(mail);
        if (await WhyPointlessAsync(mail, kind, cancellationToken) is { } why)
        {
            return new MailFate.Drop(why);
        }

        if (kind is MailKind.Account or MailKind.Alarm || await IsRapidAsync(mail, cancellationToken))
        {
            return new MailFate.Send(MayShare: false, IsDaily: false);
        }

        var reader = await readers.OfAsync(mail.PersonId, cancellationToken);
        var pace = reader.Pace(kind);
        if (pace == MailPace.Never)
        {
            return new MailFate.Drop("not-wanted");
        }

        var earliest = pace == MailPace.Daily ? ReadingHours.Morning(reader.Calendar, mail.CreatedAt) : now;
        var next = ReadingHours.Next(reader.Calendar, earliest > now ? earliest : now);
        return next > now ? new MailFate.PutOff(next) : new MailFate.Send(MayShare(mail, kind), pace == MailPace.Daily);
    }

    /// <summary>What carries a link of its own or a file goes by itself.</summary>
    private static bool MayShare(OutboxMessage mail, MailKind kind) => MailKinds.FitsDigest(kind) && mail.OncePath is null && mail.Hold is null;

    /// <summary>The step was done meanwhile, or a younger mail says it better.</summary>
    private async Task<string?> WhyPointlessAsync(OutboxMessage mail, MailKind kind, CancellationToken cancellationToken)
    {
        if (mail.StepRowId is not { } stepId || kind is not (MailKind.Task or MailKind.Reminder))
        {
            return null;
        }

        var isOpen = await db.WorkItems.AnyAsync(item => item.StepRowId == stepId && item.ClosedAt == null && (item.PersonId == mail.PersonId || item.PersonId == null), cancellationToken);
        if (!isOpen && kind == MailKind.Task)
        {
            return "done-meanwhile";
        }

        if (!isOpen && !await db.Steps.AnyAsync(step => step.Id == stepId && step.ClosedAt == null, cancellationToken))
        {
            return "done-meanwhile";
        }

        var younger = await db.Outbox
            .Where(other => other.StepRowId == stepId && other.PersonId == mail.PersonId && other.State == MailState.Waiting && other.Id != mail.Id && other.CreatedAt > mail.CreatedAt)
            .ToListAsync(cancellationToken);
        return younger.Exists(other => MailKinds.Of(other) == MailKind.Reminder || other.Template == "task-reported") ? "said-later" : null;
    }

    private async Task<bool> IsRapidAsync(OutboxMessage mail, CancellationToken cancellationToken) =>
        mail.RequestId is { } id && await db.Requests.AnyAsync(request => request.Id == id && request.Track == Track.Rapid, cancellationToken);
}
