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
        var id = SignedLink.IdOf(token);
        var link = id is null
            ? null
            : await db.SignedLinks.SingleOrDefaultAsync(known => known.Id == id && known.Purpose == purpose, cancellationToken);
        return link is not null && link.IsSignedBy(token!) ? link : throw new NotFoundException("The link", "link-unknown");
    }

    /// <summary>The link, to do now what it is for; saved as used together with what is done.</summary>
    /// <exception cref="NotFoundException">Made up, changed, or for something else.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>: noted in the case's history.</exception>
    public async Task<SignedLink> ToUseAsync(string? token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var link = await ExecuteAsync(token, purpose, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        if (link.Problem(now) is not { } problem)
        {
            return link;
        }

        var line = new TimelineLine("link-refused") { Values = new Dictionary<string, string> { ["holder"] = link.HolderName, ["problem"] = problem } };
        await timeline.AddAsync(link.RequestId, line, Actor.System, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        throw new RuleException(problem);
    }
}
