using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Files;
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

/// <summary>Says how far a recommendation has come, with a file that shows it where there is one: the asking side, or the secretariat. Also
/// after the case was closed.</summary>
public sealed class NoteProgress(TechAssistDb db, KeepEvidence evidence, TimelineWriter timeline, TimeProvider clock)
{
    public Task ExecuteAsync(Guid id, NoteProgressInput input, Actor actor, CancellationToken cancellationToken) => ExecuteAsync(id, input, null, actor, cancellationToken);

    /// <exception cref="RuleException"><c>not-allowed</c>, <c>stale</c>, <c>too-many-files</c>.</exception>
    /// <exception cref="InvalidInputException">text: required; status: superseded-by-which, for <see cref="SupersedeRecommendation"/>; file: see
    /// <see cref="KeepEvidence"/>.</exception>
    public async Task ExecuteAsync(Guid id, NoteProgressInput input, SentFile? file, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(recommendation.Request));
        InputCheck.ThrowIfInvalid(input, input.Status == RecommendationStatus.Superseded ? [new FieldError("status", "superseded-by-which")] : []);
        if (recommendation.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await evidence.SaveAsync(recommendation.RequestId, file, actor, async documentId =>
        {
            recommendation.Note(input.Status, input.Text.Trim(), input.Evidence, actor, now, documentId);
            await timeline.AddAsync(recommendation.RequestId, RecommendationLine.Of("recommendation-progress", recommendation, input.Text), actor, now, cancellationToken);
        }, cancellationToken);
    }
}
