using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Inbox;

/// <summary>A mail that came back, and that nobody has seen to yet.</summary>
public sealed record BouncedMail(Guid Id, string Template, string ToName, string ToAddress, string? Reference, string? Reason, DateTime BouncedAt);

/// <summary>Mails that reached nobody: an alarm for whoever works on the case, until somebody has seen to it.</summary>
public sealed class Bounces(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>So many are shown.</summary>
    public const int Most = 20;

    /// <summary>Of one case, the latest first; nothing for readers outside the secretariat.</summary>
    public async Task<IReadOnlyList<BouncedMail>> OfCaseAsync(Guid requestId, Actor actor, CancellationToken cancellationToken) =>
        actor.IsSecretariat ? await Rows(Open(actor).Where(mail => mail.RequestId == requestId)).ToListAsync(cancellationToken) : [];

    /// <summary>Of all cases, for whoever keeps the mail going.</summary>
    public async Task<IReadOnlyList<BouncedMail>> AllAsync(Actor actor, CancellationToken cancellationToken) => await Rows(Open(actor)).ToListAsync(cancellationToken);

    /// <summary>The address was mended, or the reader was told in another way.</summary>
    /// <exception cref="NotFoundException">No such mail came back, it was seen to, or it is not the actor's to know.</exception>
    public async Task SeenAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        var mail = await Open(by).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("The mail");
        var now = clock.GetUtcNow().UtcDateTime;
        mail.SeenToBounce(now);
        await timeline.AddAsync(mail.RequestId, new TimelineLine("mail-bounce-seen") { Values = new Dictionary<string, string> { ["to"] = mail.ToName } }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<OutboxMessage> Open(Actor actor)
    {
        var keepsMail = actor.Has(Role.Administrator);
        var isSecretariat = actor.IsSecretariat;
        var cases = db.Requests.VisibleTo(actor);
        return db.Outbox.Where(mail => mail.State == MailState.Bounced && mail.BounceSeenAt == null
            && (keepsMail || (isSecretariat && cases.Any(request => request.Id == mail.RequestId))));
    }

    private IQueryable<BouncedMail> Rows(IQueryable<OutboxMessage> mails) => mails.AsNoTracking().OrderByDescending(mail => mail.BouncedAt).ThenBy(mail => mail.Id).Take(Most)
        .Select(mail => new BouncedMail(
            mail.Id, mail.Template, mail.ToName, mail.ToAddress,
            db.Requests.Where(request => request.Id == mail.RequestId).Select(request => request.Reference).FirstOrDefault(), mail.LastError, mail.BouncedAt!.Value));
}
