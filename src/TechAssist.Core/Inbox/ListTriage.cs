using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Inbox;

/// <summary>A mail that waits for a person.</summary>
/// <param name="Reference">The case it seems to be about.</param>
/// <param name="IsKept">The whole mail is there, and can be put to a case.</param>
public sealed record TriageRow(
    Guid Id, string FromAddress, string FromName, string Subject, string Preview, string Why, string? Reference, long Size, bool IsKept, DateTime ReceivedAt);

/// <summary>The mails that could be put to no case by themselves, the latest first. For the secretariat.</summary>
public sealed class ListTriage(TechAssistDb db)
{
    public async Task<Page<TriageRow>> ExecuteAsync(PageInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var mails = db.WaitingFor(actor).AsNoTracking();
        if (PageMark.Read(input.After) is var (_, id))
        {
            mails = mails.Where(mail => mail.Id.CompareTo(id) < 0);
        }

        var rows = await Rows(mails.OrderByDescending(mail => mail.Id).Take(input.PageSize + 1), actor).ToListAsync(cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark("", row.Id), row => row);
    }

    /// <exception cref="NotFoundException">No such mail waits, or it is not the actor's to know.</exception>
    public async Task<TriageRow> GetAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        await Rows(db.WaitingFor(actor).AsNoTracking().Where(mail => mail.Id == id), actor).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("The mail");

    private IQueryable<TriageRow> Rows(IQueryable<InboxMail> mails, Actor actor) => mails.Select(mail => new TriageRow(
        mail.Id, mail.FromAddress, mail.FromName, mail.Subject, mail.Preview, mail.Why!,
        db.Requests.VisibleTo(actor).Where(request => request.Id == mail.RequestId).Select(request => request.Reference).FirstOrDefault(),
        mail.Size, mail.Sha256 != null, mail.ReceivedAt));
}

/// <summary>Who sees which mail that waits: the secretariat all of them, nobody else any.</summary>
internal static class TriageVisibility
{
    public static IQueryable<InboxMail> WaitingFor(this TechAssistDb db, Actor actor)
    {
        var seesThem = actor.IsSecretariat;
        return db.InboxMails.Where(mail => seesThem && mail.State == InboxState.Waiting);
    }
}
