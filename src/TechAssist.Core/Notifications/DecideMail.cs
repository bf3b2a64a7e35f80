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

/// <summary>Whether the mails of one reader leave now: not when they have become pointless, not at the reader's night or on closed days, and
/// at the pace the reader chose. Mails of the rapid track, of accounts and of danger leave at any hour.</summary>
public sealed class DecideMail(TechAssistDb db, FindPointless pointless, MailReaders readers)
{
    public async Task<IReadOnlyList<MailFate>> OfAsync(IReadOnlyList<OutboxMessage> mails, DateTime now, CancellationToken cancellationToken)
    {
        var why = await pointless.OfAsync(mails, now, cancellationToken);
        var requestIds = mails.Select(mail => mail.RequestId).OfType<Guid>().Distinct().ToList();
        var requests = await db.Requests.Where(request => requestIds.Contains(request.Id))
            .ToDictionaryAsync(request => request.Id, request => new CaseOfMail(request.Track == Track.Rapid, request.Country), cancellationToken);
        var fates = new List<MailFate>();
        foreach (var mail in mails)
        {
            fates.Add(why.TryGetValue(mail.Id, out var code)
                ? new MailFate.Drop(code)
                : await WhenAsync(mail, mail.RequestId is { } id ? requests.GetValueOrDefault(id) : null, now, cancellationToken));
        }

        return fates;
    }

    private async Task<MailFate> WhenAsync(OutboxMessage mail, CaseOfMail? request, DateTime now, CancellationToken cancellationToken)
    {
        var kind = MailKinds.Of(mail);
        if (kind is MailKind.Account or MailKind.Alarm || request is { IsRapid: true })
        {
            return new MailFate.Send(MayShare: false, IsDaily: false);
        }

        var reader = await readers.OfAsync(mail.PersonId, request?.Country, cancellationToken);
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

    private sealed record CaseOfMail(bool IsRapid, string? Country);
}
