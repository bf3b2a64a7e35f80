using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Terms;

/// <summary>What was typed so far, with the revision it was typed on.</summary>
public sealed record SaveTermsInput(TermsContent Content, int Revision);

/// <summary>Where the text stands after saving; the next save carries this revision.</summary>
public sealed record SavedTerms(Guid Id, int Version, int Revision, DateTime SavedAt);

/// <summary>Keeps terms of reference as typed, complete or not. While the case asks for a redraft, saving on a version
/// that was already sent out begins the next version. The secretariat's act.</summary>
public sealed class SaveTerms(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Forms of the steps during which the terms may be changed.</summary>
    private static readonly string[] DraftingForms = ["terms", "termsCall", "termsAndCall"];

    /// <exception cref="RuleException"><c>stale</c>: somebody saved meanwhile; <c>terms-not-draft</c>: this version was sent out.</exception>
    public async Task<SavedTerms> ExecuteAsync(Guid requestId, SaveTermsInput input, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        request.RequireRunning();
        InputCheck.ThrowIfInvalid(input.Content);
        var terms = await db.LatestTermsAsync(requestId, cancellationToken) ?? throw new NotFoundException("The terms of reference");
        if (terms.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (terms.Status == TermsStatus.Draft)
        {
            terms.Write(input.Content, actor, now);
        }
        else
        {
            terms = await NextAsync(terms, input.Content, actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SavedTerms(terms.Id, terms.Version, terms.Revision, terms.SavedAt);
    }

    private async Task<TermsOfReference> NextAsync(TermsOfReference sent, TermsContent content, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var isDrafting = await db.Steps.AnyAsync(
            step => step.RequestId == sent.RequestId && step.ClosedAt == null && DraftingForms.Contains(step.Form), cancellationToken);
        if (!isDrafting)
        {
            throw new RuleException("terms-not-draft");
        }

        var next = sent.Next(content, actor, now);
        db.Terms.Add(next);
        var line = new TimelineLine("terms-version") { Values = new Dictionary<string, string> { ["version"] = $"{next.Version}" } };
        await timeline.AddAsync(sent.RequestId, line, actor, now, cancellationToken);
        return next;
    }
}
