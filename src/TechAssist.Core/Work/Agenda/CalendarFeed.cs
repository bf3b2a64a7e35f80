using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work.Agenda;

/// <summary>The private address under which a calendar program reads somebody's agenda. Whoever has it reads along, so it can be
/// taken back and made anew; it stops with the account.</summary>
public sealed class CalendarFeed(TechAssistDb db, FindLink findLink, FindActor findActor, TimelineWriter timeline, TimeProvider clock)
{
    private const int YearsValid = 10;

    /// <returns>The token of the reader's own feed; null while there is none.</returns>
    public async Task<string?> TokenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var link = await Open(actor).AsNoTracking().Where(link => link.ExpiresAt > now).OrderByDescending(link => link.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return link?.Token;
    }

    /// <summary>A new address; the one before no longer leads anywhere.</summary>
    public async Task RenewAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await RevokeAllAsync(actor, now, cancellationToken);
        db.SignedLinks.Add(SignedLink.Issue(LinkPurpose.CalendarFeed, actor.PersonId, null, actor.Name, actor.Language, now.AddYears(YearsValid), now));
        await timeline.AddAsync(null, new TimelineLine("calendar-feed-made"), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the address back.</summary>
    public async Task RevokeAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await RevokeAllAsync(actor, now, cancellationToken);
        await timeline.AddAsync(null, new TimelineLine("calendar-feed-revoked"), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whose agenda an address shows.</summary>
    /// <exception cref="NotFoundException">Made up, changed, taken back, too old, or of a closed account: nobody learns which.</exception>
    public async Task<Actor> OwnerAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.CalendarFeed, cancellationToken);
        return link.Problem(clock.GetUtcNow().UtcDateTime) is null && await findActor.ByIdAsync(link.SubjectId, cancellationToken) is { } owner
            ? owner
            : throw new NotFoundException("The calendar", "link-unknown");
    }

    private async Task RevokeAllAsync(Actor actor, DateTime now, CancellationToken cancellationToken) =>
        (await Open(actor).ToListAsync(cancellationToken)).ForEach(link => link.Revoke(now));

    private IQueryable<SignedLink> Open(Actor actor)
    {
        var personId = actor.PersonId;
        return db.SignedLinks.Where(link => link.SubjectId == personId && link.Purpose == LinkPurpose.CalendarFeed && link.RevokedAt == null);
    }
}
