using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Links;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>Who answers for a recommendation, mostly somebody without an account.</summary>
public sealed record AskForProgressInput([property: Required, StringLength(200)] string Name, [property: Required, EmailAddress, StringLength(256)] string Email)
{
    /// <summary>"fr" or "en": of the mail and of the page behind its link.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>From now on they are also asked by themselves, as <see cref="NameOwner"/> says.</summary>
    public bool IsReminded { get; init; }
}

/// <summary>What the holder of a link reads. <paramref name="Problem"/>: the rule that stands in the way; null when none does.</summary>
public sealed record ProgressToReport(
    string? Reference, LangText Title, int Number, LangText Text, string Addressee, DateOnly DueOn, string? Means, RecommendationStatus Status, string Name, string? Problem);

public sealed record ReportProgressInput([property: Required, StringLength(4000)] string Text)
{
    /// <summary>The status from now on; null when it stays.</summary>
    public RecommendationStatus? Status { get; init; }

    [StringLength(1000), Url]
    public string? Evidence { get; init; }
}

/// <summary>Whoever is to act on a recommendation is asked by mail how far it has come, and answers by a signed link, once.</summary>
public sealed class AskForProgress(TechAssistDb db, FindLink findLink, KeepEvidence evidence, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Sends the question: the asking side, or the secretariat. An earlier link to the same person no longer counts.</summary>
    /// <exception cref="RuleException"><c>recommendation-settled</c>: nothing more is to be done.</exception>
    public async Task ExecuteAsync(Guid id, AskForProgressInput input, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(recommendation.Request));
        InputCheck.ThrowIfInvalid(input, Languages.IsOne(input.Language) ? [] : [new FieldError("language", "french-or-english")]);
        if (!recommendation.IsOpen)
        {
            throw new RuleException("recommendation-settled");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var owner = new ProgressOwner(input.Name.Trim(), input.Email.Trim(), input.Language);
        if (input.IsReminded)
        {
            recommendation.BelongTo(owner, areRemindersOn: true, now);
        }

        await ProgressLink.AddAsync(db, recommendation, owner, ProgressLink.Asked, new Dictionary<string, string> { ["person"] = actor.Name }, now, cancellationToken);
        var line = RecommendationLine.Of("recommendation-progress-asked", recommendation);
        await timeline.AddAsync(recommendation.RequestId, line with { Values = new Dictionary<string, string>(line.Values) { ["to"] = owner.Name } }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What the link's holder reads. Changes nothing: programs that scan mails open every link.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<ProgressToReport> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.ReportProgress, cancellationToken);
        var row = await FindAsync(link, cancellationToken);
        var request = row.Request;
        return new ProgressToReport(
            request.Reference, request.Content.Title, row.Number, row.Text, row.Addressee, row.DueOn, row.Means, row.Status, link.HolderName,
            link.Problem(clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Also after the case was closed.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>.</exception>
    /// <exception cref="InvalidInputException">What is missing or wrong, or what <see cref="KeepEvidence"/> refuses: the link is not used up.</exception>
    public async Task AnswerAsync(string? token, ReportProgressInput input, SentFile? file, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.ReportProgress, cancellationToken);
        InputCheck.ThrowIfInvalid(input, input.Status == RecommendationStatus.Superseded ? [new FieldError("status", "superseded-by-which")] : []);
        var now = clock.GetUtcNow().UtcDateTime;
        var recommendation = await FindAsync(link, cancellationToken);
        var by = new Actor(recommendation.Id, link.HolderName, link.Language, []);
        await evidence.SaveAsync(recommendation.RequestId, file, by, async documentId =>
        {
            recommendation.Note(input.Status, input.Text.Trim(), Blank.ToNull(input.Evidence)?.Trim(), by, now, documentId);
            link.Use(now);
            await timeline.AddAsync(recommendation.RequestId, RecommendationLine.Of("recommendation-progress", recommendation, input.Text), by, now, cancellationToken);
        }, cancellationToken);
    }

    private Task<Recommendation> FindAsync(SignedLink link, CancellationToken cancellationToken) =>
        db.Recommendations.Include(row => row.Request).SingleAsync(row => row.Id == link.SubjectId, cancellationToken);
}
