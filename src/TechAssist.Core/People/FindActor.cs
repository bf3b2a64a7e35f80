using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>Who somebody is and what they may do, read afresh for each call, so that a role taken away works at once.</summary>
public sealed class FindActor(TechAssistDb db)
{
    /// <returns>Null when there is no such active person.</returns>
    public Task<Actor?> ByIdAsync(Guid personId, CancellationToken cancellationToken) =>
        FindAsync(db.People.Where(person => person.Id == personId), cancellationToken);

    /// <returns>Null when there is no such active person.</returns>
    public Task<Actor?> ByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = email.Trim().ToUpperInvariant();
        return FindAsync(db.People.Where(person => person.NormalizedEmail == normalized), cancellationToken);
    }

    private static async Task<Actor?> FindAsync(IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var found = await people
            .Where(person => person.IsActive)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Language,
                Grants = person.Roles.Select(role => new { role.Role, role.Country, role.RequestId }).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new Actor(found.Id, found.Name, found.Language, [.. found.Grants.Select(grant => new RoleGrant(grant.Role, grant.Country, grant.RequestId))]);
    }
}
