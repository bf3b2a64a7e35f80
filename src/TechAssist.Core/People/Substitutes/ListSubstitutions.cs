using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.People.Substitutes;

/// <param name="IsMine">The reader is the one away; otherwise the reader is the substitute.</param>
/// <param name="Acts">Tasks answered meanwhile.</param>
public sealed record SubstitutionRow(
    Guid Id, bool IsMine, string Person, string Substitute, DateOnly FromOn, DateOnly ToOn, string? Note, DateTime? EndedAt, bool IsNow, int Acts);

/// <summary>Who stands in for the actor, and for whom the actor stands in: what is open, and the last that are over.</summary>
public sealed class ListSubstitutions(TechAssistDb db, SecretariatOffice office, TimeProvider clock)
{
    private const int Most = 30;

    public async Task<IReadOnlyList<SubstitutionRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        var (me, today) = (actor.PersonId, office.Today(clock.GetUtcNow().UtcDateTime));
        return await db.Substitutions.AsNoTracking()
            .Where(row => row.PersonId == me || row.SubstituteId == me)
            .OrderBy(row => row.EndedAt != null).ThenByDescending(row => row.FromOn).ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new SubstitutionRow(
                row.Id, row.PersonId == me, row.Person.Name, row.Substitute.Name, row.FromOn, row.ToOn, row.Note, row.EndedAt,
                row.EndedAt == null && row.FromOn <= today && row.ToOn >= today,
                db.WorkItems.Count(item =>
                    item.ClosedById == row.SubstituteId && item.ClosedForId == row.PersonId && item.ClosedAt >= row.NamedAt
                    && (row.EndedAt == null || item.ClosedAt <= row.EndedAt))))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The colleagues who can be named.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ColleaguesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.People.Officers().Where(person => person.Id != actor.PersonId)
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Name })
            .ToListAsync(cancellationToken);
        return [.. found.Select(person => (person.Id, person.Name))];
    }
}
