using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

public sealed record NoteProgressInput([property: Required, StringLength(4000)] string Text, int Revision)
{
    /// <summary>The status from now on; null when it stays.</summary>
    public RecommendationStatus? Status { get; init; }

    [StringLength(1000), Url]
    public string? Evidence { get; init; }
}

/// <summary>Says how far a recommendation has come: the asking side, or the secretariat. Also after the case was closed.</summary>
public sealed class NoteProgress(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid id, NoteProgressInput input, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(recommendation.Request));
        InputCheck.ThrowIfInvalid(input);
        if (recommendation.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        recommendation.Note(input.Status, input.Text.Trim(), input.Evidence, actor, now);
        await timeline.AddAsync(recommendation.RequestId, RecommendationLine.Of("recommendation-progress", recommendation, input.Text), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
