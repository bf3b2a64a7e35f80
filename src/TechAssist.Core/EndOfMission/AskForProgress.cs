using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>Who answers for a recommendation, mostly somebody without an account.</summary>
public sealed record AskForProgressInput([property: Required, StringLength(200)] string Name, [property: Required, EmailAddress, StringLength(256)] string Email)
{
    /// <summary>"fr" or "en": of the mail and of the page behind its link.</summary>
    public string Language { get; init; } = "fr";
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
public sealed class AskForProgress(TechAssistDb db, FindLink findLink, TimelineWriter timeline, TimeProvider clock)
{
    private const int DaysToAnswer = 30;

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

        var (name, email, now) = (input.Name.Trim(), input.Email.Trim(), clock.GetUtcNow().UtcDateTime);
        foreach (var earlier in await db.SignedLinks
            .Where(link => link.SubjectId == id && link.Purpose == LinkPurpose.ReportProgress && link.HolderName == name && link.UsedAt == null).ToListAsync(cancellationToken))
        {
            earlier.Revoke(now);
        }

        var link = SignedLink.Issue(LinkPurpose.ReportProgress, id, recommendation.RequestId, name, input.Language, now.AddDays(DaysToAnswer), now);
        db.SignedLinks.Add(link);
        var values = new Dictionary<string, string>
        {
            ["reference"] = recommendation.Request.Reference ?? "",
            ["title"] = recommendation.Request.Title(input.Language),
            ["addressee"] = recommendation.Addressee,
            ["text"] = recommendation.Text.In(input.Language),
            ["person"] = actor.Name,
        };
        db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(id, email, name, input.Language), "recommendation-progress-asked", recommendation.RequestId, values, now)
            .ByLink($"/progress/{link.Token}?lang={input.Language}"));
        var line = RecommendationLine.Of("recommendation-progress-asked", recommendation);
        await timeline.AddAsync(recommendation.RequestId, line with { Values = new Dictionary<string, string>(line.Values) { ["to"] = name } }, actor, now, cancellationToken);
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
    public async Task AnswerAsync(string? token, ReportProgressInput input, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.ReportProgress, cancellationToken);
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        var recommendation = await FindAsync(link, cancellationToken);
        var by = new Actor(recommendation.Id, link.HolderName, link.Language, []);
        recommendation.Note(input.Status, input.Text.Trim(), Blank.ToNull(input.Evidence)?.Trim(), by, now);
        link.Use(now);
        await timeline.AddAsync(recommendation.RequestId, RecommendationLine.Of("recommendation-progress", recommendation, input.Text), by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<Recommendation> FindAsync(SignedLink link, CancellationToken cancellationToken) =>
        db.Recommendations.Include(row => row.Request).SingleAsync(row => row.Id == link.SubjectId, cancellationToken);
}
