using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <param name="AreRemindersOn">They are asked on the due day and every three months after it, for as long as it is open.</param>
public sealed record NameOwnerInput([property: Required, StringLength(200)] string Name, [property: Required, EmailAddress, StringLength(256)] string Email, bool AreRemindersOn)
{
    /// <summary>"fr" or "en".</summary>
    public string Language { get; init; } = "fr";
}

/// <summary>Says who answers for a recommendation, and whether they are reminded: the asking side, or the secretariat.</summary>
public sealed class NameOwner(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>not-allowed</c>; <c>recommendation-settled</c>: nothing more is to be done.</exception>
    public async Task ExecuteAsync(Guid id, NameOwnerInput input, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(recommendation.Request));
        InputCheck.ThrowIfInvalid(input, Languages.IsOne(input.Language) ? [] : [new FieldError("language", "french-or-english")]);
        if (!recommendation.IsOpen)
        {
            throw new RuleException("recommendation-settled");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        recommendation.BelongTo(new ProgressOwner(input.Name.Trim(), input.Email.Trim(), input.Language), input.AreRemindersOn, now);
        var line = RecommendationLine.Of(input.AreRemindersOn ? "recommendation-owner" : "recommendation-reminders-off", recommendation);
        await timeline.AddAsync(recommendation.RequestId, line with { Values = new Dictionary<string, string>(line.Values) { ["to"] = input.Name.Trim() } }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
