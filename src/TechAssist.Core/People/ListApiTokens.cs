using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

public sealed record ApiTokenRow(Guid Id, string Name, DateTime CreatedAt, DateTime? LastUsedAt);

/// <summary>The tokens of a person that still work, newest first. There are at most <see cref="CreateApiToken.Most"/>.</summary>
public sealed class ListApiTokens(TechAssistDb db)
{
    public async Task<IReadOnlyList<ApiTokenRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        await db.ApiTokens.AsNoTracking()
            .Where(token => token.PersonId == actor.PersonId && token.RevokedAt == null)
            .OrderByDescending(token => token.CreatedAt).ThenByDescending(token => token.Id)
            .Take(CreateApiToken.Most)
            .Select(token => new ApiTokenRow(token.Id, token.Name, token.CreatedAt, token.LastUsedAt))
            .ToListAsync(cancellationToken);
}
