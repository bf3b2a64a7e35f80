using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <param name="Revision">The revision of the profile that was seen.</param>
public sealed record TakeAbsencesInput(IReadOnlyList<Period> Periods, int Revision);

/// <summary>Adds absences to those of a profile, as the secretariat or the expert: stretches that touch become one.</summary>
public sealed class TakeAbsences(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>So many fit into a profile.</summary>
    public const int Most = 30;

    /// <exception cref="InvalidInputException"><c>periods</c>: required, not-valid, too-many.</exception>
    /// <exception cref="NotFoundException">No such expert, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed, stale.</exception>
    /// <returns>How many absences the profile has now.</returns>
    public async Task<int> ExecuteAsync(Guid expertId, TakeAbsencesInput input, Actor actor, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.VisibleTo(actor).WithRows()
            .SingleOrDefaultAsync(found => found.Id == expertId, cancellationToken) ?? throw new NotFoundException("The expert");
        actor.Require(actor.IsSecretariat || expert.PersonId == actor.PersonId);
        if (input.Periods.Count == 0 || input.Periods.Any(period => period.From is null || period.To is null || period.To < period.From))
        {
            throw new InvalidInputException("periods", input.Periods.Count == 0 ? "required" : "not-valid");
        }

        if (expert.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var merged = Merge([.. expert.Profile.Unavailable, .. input.Periods]);
        if (merged.Count > Most)
        {
            throw new InvalidInputException("periods", "too-many", Most);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        expert.Write(expert.Profile with { Unavailable = merged }, now);
        await timeline.AddAsync(null, ExpertLine.Of("expert-edited", expert), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return merged.Count;
    }

    internal static IReadOnlyList<Period> Merge(IEnumerable<Period> periods)
    {
        var merged = new List<Period>();
        foreach (var period in periods.Where(period => period is { From: not null, To: not null }).OrderBy(period => period.From))
        {
            if (merged is [.., var last] && period.From <= last.To!.Value.AddDays(1))
            {
                merged[^1] = last with { To = period.To > last.To ? period.To : last.To };
            }
            else
            {
                merged.Add(period);
            }
        }

        return merged;
    }
}
