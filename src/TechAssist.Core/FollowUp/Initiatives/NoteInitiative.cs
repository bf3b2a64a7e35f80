using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Initiatives;

/// <summary>What has happened, and the initiative as it is planned from now on.</summary>
public sealed record NoteInitiativeInput([property: Required, StringLength(4000)] string Text, int Revision)
{
    /// <summary>The status from now on; null when it stays.</summary>
    public InitiativeStatus? Status { get; init; }

    [StringLength(300)]
    public string? Lead { get; init; }

    [StringLength(1000)]
    public string? Partners { get; init; }

    [StringLength(200)]
    public string? CostRange { get; init; }

    [StringLength(1000)]
    public string? NextStep { get; init; }

    /// <summary>Strategic objective, as <c>framework:code</c>.</summary>
    [StringLength(20)]
    public string? Objective { get; init; }
}

/// <summary>Notes what becomes of an initiative: the secretariat, or the asking side. Also after the case was closed.</summary>
public sealed class NoteInitiative(TechAssistDb db, ReferenceCatalog catalog, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>not-allowed</c>, <c>stale</c>.</exception>
    /// <exception cref="InvalidInputException">text: required; objective: not-a-choice.</exception>
    public async Task ExecuteAsync(Guid id, NoteInitiativeInput input, Actor actor, CancellationToken cancellationToken)
    {
        var initiative = await db.FindInitiativeAsync(id, actor, cancellationToken);
        actor.Require(actor.MayFollow(initiative));
        var isKnown = Blank.ToNull(input.Objective) is not { } objective || (await catalog.GetAsync(cancellationToken)).Objective(objective) is not null;
        InputCheck.ThrowIfInvalid(input, isKnown ? [] : [new FieldError("objective", "not-a-choice")]);
        if (initiative.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        initiative.Note(input, actor, now);
        await timeline.AddAsync(initiative.RequestId, InitiativeLine.Of("initiative-noted", initiative, input.Text), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
