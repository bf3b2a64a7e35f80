using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Links;

/// <summary>Finds the link a token belongs to. Nothing is changed by looking.</summary>
public sealed class FindLink(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Made up, changed, or for something else.</exception>
    public async Task<SignedLink> ExecuteAsync(string? token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var (link, isGood) = await ReadAsync(token, purpose, cancellationToken);
        return isGood ? link! : throw Unknown;
    }

    /// <summary>The link, to do now what it is for; saved as used together with what is done.</summary>
    /// <exception cref="NotFoundException">Made up, changed, or for something else.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>: noted in the case's history.</exception>
    public async Task<SignedLink> ToUseAsync(string? token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var (link, isGood) = await ReadAsync(token, purpose, cancellationToken);
        if (link is null)
        {
            // Anybody can make up as many as they like: that leaves nothing.
            throw Unknown;
        }

        if (!isGood)
        {
            await NoteAsync(link, "link-unknown", cancellationToken);
            throw Unknown;
        }

        if (link.Problem(clock.GetUtcNow().UtcDateTime) is not { } problem)
        {
            return link;
        }

        await NoteAsync(link, problem, cancellationToken);
        throw new RuleException(problem);
    }

    private static NotFoundException Unknown => new("The link", "link-unknown");

    /// <summary>The link whose id the token bears, and whether the token is that link's own.</summary>
    private async Task<(SignedLink? Link, bool IsGood)> ReadAsync(string? token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var id = SignedLink.IdOf(token);
        var link = id is null ? null : await db.SignedLinks.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        return (link, link?.Purpose == purpose && link.IsSignedBy(token!));
    }

    private async Task NoteAsync(SignedLink link, string problem, CancellationToken cancellationToken)
    {
        var line = new TimelineLine("link-refused") { Values = new Dictionary<string, string> { ["holder"] = link.HolderName, ["problem"] = problem } };
        await timeline.AddAsync(link.RequestId, line, Actor.System, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
