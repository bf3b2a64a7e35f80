using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Terms;

/// <summary>Begins the terms of reference of a case, filled with what the request says. The secretariat's act;
/// a second call finds the draft that is there.</summary>
public sealed class StartTerms(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The id of the latest version.</returns>
    public async Task<Guid> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        if (await db.LatestTermsAsync(requestId, cancellationToken) is { } there)
        {
            return there.Id;
        }

        request.RequireRunning();
        var now = clock.GetUtcNow().UtcDateTime;
        var terms = TermsOfReference.Start(requestId, TermsDraft.From(request.Content), actor, now);
        db.Terms.Add(terms);
        await timeline.AddAsync(requestId, new TimelineLine("terms-started"), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return terms.Id;
    }
}
