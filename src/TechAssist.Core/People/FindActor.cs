using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>Who somebody is and what they may do, read afresh for each call, so that a role taken away works at once, and a
/// substitution begins and ends by itself.</summary>
public sealed class FindActor(TechAssistDb db, SecretariatOffice office, TimeProvider clock)
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

    private async Task<Actor?> FindAsync(IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var today = office.Today(clock.GetUtcNow().UtcDateTime);
        var found = await people
            .Where(person => person.IsActive)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Language,
                person.TimeZone,
                Grants = person.Roles.Select(role => new { role.Role, role.Country, role.RequestId }).ToList(),
                StandsInFor = db.Substitutions
                    .Where(row => row.SubstituteId == person.Id && row.EndedAt == null && row.FromOn <= today && row.ToOn >= today && row.Person.IsActive)
                    .OrderBy(row => row.FromOn).ThenBy(row => row.Id)
                    .Select(row => new
                    {
                        row.Person.Id,
                        row.Person.Name,
                        row.Person.Language,
                        Roles = row.Person.Roles.Where(role => role.Country == null && role.RequestId == null).Select(role => role.Role).ToList(),
                    })
                    .ToList(),
            })
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var expert = found.TimeZone is null && found.Grants.Exists(grant => grant.Role == Role.Expert) ? await ProfileAsync(found.Id, cancellationToken) : null;
        var actor = new Actor(found.Id, found.Name, found.Language, [.. found.Grants.Select(grant => new RoleGrant(grant.Role, grant.Country, grant.RequestId))])
        {
            TimeZone = found.TimeZone ?? expert?.TimeZone,
            Residence = expert?.Residence,
        };
        // What is carried is the work of the secretariat, to somebody of the secretariat: nobody comes in through a substitution.
        return found.StandsInFor.Count == 0 || !actor.IsSecretariat ? actor : actor with
        {
            StandsInFor =
            [
                .. found.StandsInFor.Select(other => new Actor(
                    other.Id, other.Name, other.Language, [.. other.Roles.Where(Roles.Secretariat.Contains).Select(role => new RoleGrant(role))])),
            ],
        };
    }

    private Task<ExpertProfile?> ProfileAsync(Guid personId, CancellationToken cancellationToken) =>
        db.Experts.Where(expert => expert.PersonId == personId).Select(expert => (ExpertProfile?)expert.Profile).FirstOrDefaultAsync(cancellationToken);
}
