using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>Takes a token back, for good: its owner, or an administrator. The next call with it is refused.</summary>
public sealed class RevokeApiToken(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such token, or somebody else's.</exception>
    public async Task ExecuteAsync(Guid tokenId, Actor by, CancellationToken cancellationToken)
    {
        var isAdministrator = by.Has(Role.Administrator);
        var token = await db.ApiTokens.SingleOrDefaultAsync(row => row.Id == tokenId && (row.PersonId == by.PersonId || isAdministrator), cancellationToken)
            ?? throw new NotFoundException("The token");
        if (token.RevokedAt is not null)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        token.Revoke(now);
        await timeline.AddAsync(null, TokenLine.Of("token-revoked", token), by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
