using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <param name="IsConfirmed">It is as the status says; else it is sent back.</param>
/// <param name="Revision">That was seen.</param>
public sealed record VerifyRecommendationInput(bool IsConfirmed, int Revision)
{
    /// <summary>Why it is sent back.</summary>
    [StringLength(4000)]
    public string? Reason { get; init; }
}

/// <summary>The secretariat or a focal point of the country confirms that a recommendation is implemented, wholly or in part, as somebody
/// said, or sends it back with a reason: then it is in progress again. Also after the case was closed.</summary>
public sealed class VerifyRecommendation(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>not-allowed</c>, <c>stale</c>; <c>recommendation-not-implemented</c>: nobody says so;
    /// <c>recommendation-verified</c>: it was confirmed before.</exception>
    /// <exception cref="InvalidInputException">reason: reason-required.</exception>
    public async Task ExecuteAsync(Guid id, VerifyRecommendationInput input, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(May(actor, recommendation));
        InputCheck.ThrowIfInvalid(input, !input.IsConfirmed && string.IsNullOrWhiteSpace(input.Reason) ? [new FieldError("reason", "reason-required")] : []);
        if (recommendation.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (input.IsConfirmed)
        {
            recommendation.Verify(actor, now);
        }
        else
        {
            recommendation.SendBack(input.Reason!.Trim(), actor, now);
        }

        var line = RecommendationLine.Of(input.IsConfirmed ? "recommendation-verified" : "recommendation-sent-back", recommendation, Blank.ToNull(input.Reason));
        await timeline.AddAsync(recommendation.RequestId, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    internal static bool May(Actor actor, Recommendation recommendation) => actor.IsSecretariat || actor.HoldsIn(Role.FocalPoint, recommendation.Request);
}
