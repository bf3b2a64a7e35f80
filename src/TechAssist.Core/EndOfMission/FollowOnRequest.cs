using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>Begins a request that takes a recommendation up: a draft with what the case said of the institution, the problem, the people
/// and the places, with the files that everybody of the case reads, and with the recommendation, to whom it is addressed, how urgent it is and
/// what it needs as its objective. What is tied to a date or to an undertaking is asked anew.</summary>
public sealed class FollowOnRequest(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The draft; the one that is there when it was begun before.</returns>
    /// <exception cref="RuleException"><c>not-allowed</c>: neither of a side that asks nor of the secretariat.</exception>
    public async Task<Guid> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var recommendation = await db.FindRecommendationAsync(id, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(recommendation.Request));
        if (recommendation.FollowOnId is { } there)
        {
            return there;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var original = recommendation.Request;
        var content = FollowOnContent.Of(original, original.Content.Title, AsObjective(recommendation), recommendation.Objective);
        SaveDraft.RefuseUnlessMayAsk(content, actor);
        var draft = AssistanceRequest.StartDraft(content, actor, now, original.Id);
        db.Requests.Add(draft);
        await FollowOnFiles.AddAsync(db, original, draft, actor, now, cancellationToken);
        recommendation.TakeUp(draft);
        await timeline.AddAsync(original.Id, RecommendationLine.Of("recommendation-taken-up", recommendation), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    private static LangText AsObjective(Recommendation recommendation) => new(In("fr", recommendation.Text.Fr, recommendation), In("en", recommendation.Text.En, recommendation));

    /// <summary>Means and addressee stand in the language of the report; their labels in that of the text.</summary>
    private static string? In(string language, string? text, Recommendation recommendation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = new DocumentWords(language);
        return string.Join(
            "\n\n",
            new[]
            {
                text, words.Text("Chart.Row", words["Addressee"], recommendation.Addressee), words.Text("Chart.Row", words["Priority"], words.Name(recommendation.Priority)),
                Blank.ToNull(recommendation.Means) is { } means ? words.Text("Report.Means", means) : null,
            }.OfType<string>());
    }
}
