using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>In whose name a token speaks, and that it was used.</summary>
public sealed class FindTokenOwner(TechAssistDb db, TimeProvider clock)
{
    /// <summary>A use is noted at most this often, so that reading stays reading.</summary>
    public static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    /// <returns>The token's id and its owner's; null when there is no such token, it was revoked, or the account is closed.</returns>
    public async Task<(Guid TokenId, Guid PersonId)?> ExecuteAsync(string token, CancellationToken cancellationToken)
    {
        var hash = ApiToken.HashOf(token);
        var found = await db.ApiTokens.AsNoTracking()
            .Where(row => row.Hash == hash && row.RevokedAt == null && db.People.Any(person => person.Id == row.PersonId && person.IsActive))
            .Select(row => new { row.Id, row.PersonId, row.LastUsedAt })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var noted = now - NoteEvery;
        if (found.LastUsedAt is null || found.LastUsedAt < noted)
        {
            await db.ApiTokens.Where(row => row.Id == found.Id && (row.LastUsedAt == null || row.LastUsedAt < noted))
                .ExecuteUpdateAsync(row => row.SetProperty(used => used.LastUsedAt, now), cancellationToken);
        }

        return (found.Id, found.PersonId);
    }
}
