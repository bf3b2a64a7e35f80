using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>Puts many experts on the roster in one save, with one line in the history. The secretariat's act.</summary>
public sealed class AddExperts(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">A profile does not hold; fields begin with its place, as <c>[3].familyName</c>.</exception>
    public async Task<IReadOnlyList<Guid>> ExecuteAsync(IReadOnlyList<ExpertProfile> profiles, Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.IsSystem || actor.IsSecretariat);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var errors = profiles.SelectMany((profile, place) => ExpertRules.Check(profile, today).Select(error => error with { Field = $"[{place}].{error.Field}" })).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        var experts = profiles.Select(profile => Expert.Add(profile, now)).ToList();
        db.Experts.AddRange(experts);
        var line = new TimelineLine("experts-added") { Values = new Dictionary<string, string> { ["count"] = $"{experts.Count}" } };
        await timeline.AddAsync(null, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return [.. experts.Select(expert => expert.Id)];
    }
}
