using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Initiatives;

/// <summary>Begins a request that takes an initiative up: a draft with what the case said, and with the initiative as its objective.</summary>
public sealed class TakeUpInitiative(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The draft; the one that is there when it was begun before.</returns>
    /// <exception cref="RuleException"><c>not-allowed</c>: neither of a side that asks nor of the secretariat.</exception>
    public async Task<Guid> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var initiative = await db.FindInitiativeAsync(id, actor, cancellationToken);
        actor.Require(actor.MayFollow(initiative));
        if (initiative.FollowOnId is { } there)
        {
            return there;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var original = initiative.Request;
        var content = FollowOnContent.Of(original, Said(initiative, initiative.Title), Said(initiative, AsObjective(initiative)), initiative.Objective);
        SaveDraft.RefuseUnlessMayAsk(content, actor);
        var draft = AssistanceRequest.StartDraft(content, actor, now, original.Id);
        db.Requests.Add(draft);
        await FollowOnFiles.AddAsync(db, original, draft, actor, now, cancellationToken);
        initiative.TakeUp(draft, now);
        await timeline.AddAsync(original.Id, InitiativeLine.Of("initiative-taken-up", initiative), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    private static string AsObjective(ConcreteInitiative initiative) =>
        string.Join("\n\n", new[] { initiative.Title, initiative.Description, initiative.NextStep }.OfType<string>());

    private static LangText Said(ConcreteInitiative initiative, string text) => initiative.Language == "fr" ? new LangText(text, null) : new LangText(null, text);
}
