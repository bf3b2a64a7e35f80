using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
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

    /// <summary>The coordinator's reason to put forward a national of the asking country all the same.</summary>
    [StringLength(4000)]
    public string? ConflictWaiver { get; init; }
}

/// <summary>Puts an expert on a case's list. The secretariat's act.</summary>
public sealed class Propose(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>expert-without-consent</c>; <c>already-nominated</c>; <c>nationality-conflict</c>:
    /// only the coordinator may waive it, with a reason.</exception>
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

        var waiver = WaiverFor(expert, request, input, actor);
        var nomination = Nomination.Propose(request, expert, input.Role.Trim(), input.Why, waiver, actor, now);
        db.Nominations.Add(nomination);
        await timeline.AddAsync(requestId, ExpertLine.Of("expert-proposed", nomination, input.Why), actor, now, cancellationToken);
        if (waiver is not null)
        {
            await timeline.AddAsync(requestId, ExpertLine.Of("conflict-waived", nomination, waiver), actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return nomination.Id;
    }

    /// <returns>The reason why a conflict of nationality does not count; null where there is none.</returns>
    private static string? WaiverFor(Expert expert, AssistanceRequest request, ProposeInput input, Actor actor)
    {
        var shared = expert.Profile.Nationalities.FirstOrDefault(country => request.Countries.Exists(asking => asking.Country == country));
        if (shared is null)
        {
            return null;
        }

        var mayWaive = actor.HasAny(Roles.Steering) && !string.IsNullOrWhiteSpace(input.ConflictWaiver);
        return mayWaive ? input.ConflictWaiver!.Trim() : throw new RuleException("nationality-conflict", shared);
    }
}
