using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People.Substitutes;

/// <summary>Ends a substitution before its last day: whoever is away is back, or the substitute cannot go on.</summary>
public sealed class EndSubstitution(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such substitution, or not one of the actor's.</exception>
    /// <exception cref="RuleException">substitution-over.</exception>
    public async Task ExecuteAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        var row = await db.Substitutions.Include(found => found.Person).Include(found => found.Substitute)
            .SingleOrDefaultAsync(found => found.Id == id && (found.PersonId == by.PersonId || found.SubstituteId == by.PersonId), cancellationToken)
            ?? throw new NotFoundException("The substitution");
        if (!row.IsOpen)
        {
            throw new RuleException("substitution-over");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        row.End(now);
        var other = row.PersonId == by.PersonId ? row.Substitute : row.Person;
        db.Outbox.Add(SubstituteMail.To(other, "substitution-ended", row, now, await ActsDone.CountAsync(db, row, cancellationToken)));
        await timeline.AddAsync(null, NameSubstitute.Line("substitution-ended", row) with { Reason = null }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Closes the substitutions whose last day has passed, and tells both. They stopped working by themselves at midnight.</summary>
public sealed class SweepSubstitutions(TechAssistDb db, SecretariatOffice office, TimelineWriter timeline, TimeProvider clock)
{
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = office.Today(now);
        var over = await db.Substitutions.Include(row => row.Person).Include(row => row.Substitute)
            .Where(row => row.EndedAt == null && row.ToOn < today)
            .OrderBy(row => row.ToOn).ThenBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        foreach (var row in over)
        {
            row.End(now);
            var acts = await ActsDone.CountAsync(db, row, cancellationToken);
            foreach (var reader in new[] { row.Person, row.Substitute }.Where(reader => reader.IsActive))
            {
                db.Outbox.Add(SubstituteMail.To(reader, "substitution-ended", row, now, acts));
            }

            await timeline.AddAsync(null, NameSubstitute.Line("substitution-ended", row) with { Reason = null }, Actor.System, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }
}
