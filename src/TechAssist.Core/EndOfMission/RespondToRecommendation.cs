using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

public sealed record RespondToRecommendationInput(BeneficiaryResponse Response, int Revision)
{
    /// <summary>Needed unless it is accepted as it stands.</summary>
    [StringLength(4000)]
    public string? Comment { get; init; }
}

/// <summary>The asking side says whether it accepts a recommendation. Also after the case was closed.</summary>
public sealed class RespondToRecommendation(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid id, RespondToRecommendationInput input, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(actor.SpeaksForBeneficiary(recommendation.Request));
        var needsComment = input.Response != BeneficiaryResponse.Accepted && string.IsNullOrWhiteSpace(input.Comment);
        InputCheck.ThrowIfInvalid(input, needsComment ? [new FieldError("comment", "reason-required")] : []);
        if (recommendation.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        recommendation.Respond(input.Response, input.Comment?.Trim(), actor, now);
        await timeline.AddAsync(recommendation.RequestId, RecommendationLine.Of("recommendation-answered", recommendation, input.Comment), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
