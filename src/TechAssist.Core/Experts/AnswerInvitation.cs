using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>Yes with the declaration, or no with the reason.</summary>
public sealed record AnswerInvitationInput(bool Accepts)
{
    [StringLength(4000)]
    public string? Message { get; init; }

    public ConflictDeclaration? Declaration { get; init; }
}

/// <summary>The expert's own answer to an invitation.</summary>
public sealed class AnswerInvitation(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid nominationId, AnswerInvitationInput input, Actor actor, CancellationToken cancellationToken)
    {
        var nomination = await db.FindNominationAsync(nominationId, actor, cancellationToken);
        actor.Require(nomination.Expert.PersonId == actor.PersonId);
        nomination.Request.RequireRunning();
        Check(input);
        var now = clock.GetUtcNow().UtcDateTime;
        if (input.Accepts)
        {
            nomination.Accept(input.Declaration!, input.Message?.Trim(), now);
        }
        else
        {
            nomination.Decline(input.Message!.Trim(), now);
        }

        var kind = input.Accepts ? "expert-accepted" : "expert-declined";
        await timeline.AddAsync(nomination.RequestId, ExpertLine.Of(kind, nomination, input.Message), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Check(AnswerInvitationInput input)
    {
        var errors = new List<FieldError>();
        if (!input.Accepts && string.IsNullOrWhiteSpace(input.Message))
        {
            errors.Add(new FieldError("message", "reason-required"));
        }

        if (input is { Accepts: true, Declaration: null })
        {
            errors.Add(new FieldError("declaration", "required"));
        }

        if (input is { Accepts: true, Declaration: { HasConflict: true, Details: null or "" } })
        {
            errors.Add(new FieldError("declaration.details", "reason-required"));
        }

        // A refusal needs no declaration, so a half-filled one does not stand in its way.
        InputCheck.ThrowIfInvalid(input.Accepts ? input : input with { Declaration = null }, errors);
    }
}
