using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp;

/// <summary>Begins a request for what the questionnaire after six months says is still needed: a draft with what the case said of the
/// institution, the problem, the people and the places, and with the need as its objective.</summary>
public sealed class FollowOnNeed(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The draft; the one that is there when it was begun before.</returns>
    /// <exception cref="NotFoundException">No such questionnaire with a need, or not the actor's to know of.</exception>
    /// <exception cref="RuleException"><c>not-allowed</c>: neither of the side that asks nor of the secretariat.</exception>
    public async Task<Guid> ExecuteAsync(Guid requestId, Guid evaluationId, Actor actor, CancellationToken cancellationToken)
    {
        var original = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.SpeaksForBeneficiary(original));
        var evaluation = await db.Evaluations.SingleOrDefaultAsync(row => row.Id == evaluationId && row.RequestId == requestId, cancellationToken);
        if (evaluation?.FurtherNeed is not { } need)
        {
            throw new NotFoundException("The questionnaire");
        }

        if (evaluation.FollowOnId is { } there)
        {
            return there;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var language = await db.People.Where(person => person.Id == evaluation.PersonId).Select(person => person.Language).SingleOrDefaultAsync(cancellationToken);
        var content = FollowOnContent.Of(original, original.Content.Title, language == "en" ? new LangText(null, need) : new LangText(need, null), null);
        SaveDraft.RefuseUnlessMayAsk(content, actor);
        var draft = AssistanceRequest.StartDraft(content, actor, now, original.Id);
        db.Requests.Add(draft);
        await FollowOnFiles.AddAsync(db, original, draft, actor, now, cancellationToken);
        evaluation.TakeUp(draft);
        await timeline.AddAsync(original.Id, new TimelineLine("further-need-taken-up") { IsPublic = true }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
