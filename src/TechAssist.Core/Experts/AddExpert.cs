using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>A new expert; <paramref name="AccountEmail"/> links the account the expert signs in with, where there is one.</summary>
public sealed record AddExpertInput(ExpertProfile Profile, string? AccountEmail = null);

/// <summary>Puts an expert on the roster. The secretariat's act.</summary>
public sealed class AddExpert(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task<Guid> ExecuteAsync(AddExpertInput input, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        var now = clock.GetUtcNow().UtcDateTime;
        ExpertRules.ThrowIfInvalid(input.Profile, now);
        var expert = Expert.Add(input.Profile, now);
        if (!string.IsNullOrWhiteSpace(input.AccountEmail))
        {
            expert.Link(await FindAccountAsync(db, input.AccountEmail, cancellationToken));
        }

        db.Experts.Add(expert);
        await timeline.AddAsync(null, ExpertLine.Of("expert-added", expert), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return expert.Id;
    }

    internal static async Task<Guid> FindAccountAsync(TechAssistDb db, string email, CancellationToken cancellationToken)
    {
        var normalized = email.Trim().ToUpperInvariant();
        var found = await db.People.Where(person => person.NormalizedEmail == normalized && person.IsActive)
            .Select(person => new { person.Id, IsTaken = db.Experts.Any(expert => expert.PersonId == person.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            throw new InvalidInputException("accountEmail", "no-such-account");
        }

        return found.IsTaken ? throw new InvalidInputException("accountEmail", "account-taken") : found.Id;
    }
}
