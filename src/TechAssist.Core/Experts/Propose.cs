using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.People;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

public sealed record ProposeInput(Guid ExpertId)
{
    /// <summary>The seat: a profile of the terms.</summary>
    [Required, StringLength(200)]
    public string Role { get; init; } = "";

    [StringLength(4000)]
    public string? Why { get; init; }

    /// <summary>The coordinator's reason to put the expert forward in spite of a conflict of interest that was not waived before.</summary>
    [StringLength(4000)]
    public string? ConflictWaiver { get; init; }
}

/// <summary>Puts an expert on a case's list. The secretariat's act.</summary>
public sealed class Propose(TechAssistDb db, FindMatches findMatches, GetWeights getWeights, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>expert-without-consent</c>; <c>already-nominated</c>; <c>expert-ruled-out</c>;
    /// <c>nationality-conflict</c>, <c>conflict-of-interest</c>: only the coordinator may waive it, with a reason.</exception>
    public async Task<Guid> ExecuteAsync(Guid requestId, ProposeInput input, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        request.RequireRunning();
        InputCheck.ThrowIfInvalid(input);
        var expert = await db.Experts.VisibleTo(actor).SingleOrDefaultAsync(found => found.Id == input.ExpertId, cancellationToken)
            ?? throw new NotFoundException("The expert");
        var now = clock.GetUtcNow().UtcDateTime;
        if (!expert.Profile.Allows(ConsentKind.Storage, DateOnly.FromDateTime(now)))
        {
            throw new RuleException("expert-without-consent");
        }

        if (await db.Nominations.AnyAsync(known => known.RequestId == requestId && known.ExpertId == expert.Id && known.EndedAt == null, cancellationToken))
        {
            throw new RuleException("already-nominated");
        }

        var (seats, roster) = await findMatches.SeatsAsync(requestId, actor, cancellationToken);
        var role = input.Role.Trim();
        var seat = seats.FirstOrDefault(known => known.IsFor(role)) ?? seats[0];
        var candidate = roster.Find(expert.Id) ?? throw new NotFoundException("The expert");
        var waiver = WaiverFor(candidate, seat, input, actor);
        var score = ScoreTaken.Of(candidate, seat, (await getWeights.ExecuteAsync(cancellationToken)).Weights);
        var place = 1 + await db.Nominations.Where(known => known.RequestId == requestId).MaxAsync(known => (int?)known.Place, cancellationToken) ?? 1;
        var nomination = Nomination.Propose(request, expert, role, input.Why, waiver, score, place, actor, now);
        db.Nominations.Add(nomination);
        await timeline.AddAsync(requestId, ExpertLine.Of("expert-proposed", nomination, input.Why), actor, now, cancellationToken);
        if (waiver is not null)
        {
            var waivedBy = actor.ActingWhere(person => person.HasAny(Roles.Steering));
            await OwnWork.RefuseInterestAsync(db, requestId, waivedBy, cancellationToken);
            await timeline.AddAsync(requestId, ExpertLine.Of("conflict-waived", nomination, waiver), waivedBy, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return nomination.Id;
    }

    /// <returns>The reason why a conflict of interest does not count; null where there is none, or where it was waived before.</returns>
    private static string? WaiverFor(Candidate candidate, Seat seat, ProposeInput input, Actor actor)
    {
        var found = Filtering.ConflictsOf(candidate, seat) & ~seat.Waived.GetValueOrDefault(candidate.Id);
        if (found.HasFlag(HardFilters.Exclusion))
        {
            throw new RuleException("expert-ruled-out");
        }

        var conflicts = found & HardFilterSets.Conflicts;
        if (conflicts == HardFilters.None)
        {
            return null;
        }

        if (actor.Could(person => person.HasAny(Roles.Steering)) && !string.IsNullOrWhiteSpace(input.ConflictWaiver))
        {
            return input.ConflictWaiver.Trim();
        }

        throw conflicts.HasFlag(HardFilters.Nationality)
            ? new RuleException("nationality-conflict", candidate.Nationalities.First(seat.Countries.Contains))
            : new RuleException("conflict-of-interest");
    }
}
