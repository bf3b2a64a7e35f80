using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Terms;

/// <summary>Terms of reference as this reader may see them, with what still keeps a draft from going to approval.</summary>
public sealed record TermsView(
    Guid Id, Guid RequestId, int Version, TermsStatus Status, TermsContent Content, int Revision, DateTime SavedAt, string SavedByName,
    DateTime? SubmittedAt, DateTime? ApprovedAt, IReadOnlyList<FieldError> Missing, IReadOnlyList<TermsVersionRow> Versions);

public sealed record TermsVersionRow(int Version, TermsStatus Status, DateTime SavedAt, string SavedByName);

/// <summary>The terms of reference of a case. A draft is the secretariat's; the budget never leaves it.</summary>
public sealed class GetTerms(TechAssistDb db)
{
    /// <param name="requestId">The case.</param>
    /// <param name="version">Which version; null for the latest this reader may see.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>Null when the case has no terms this reader may see.</returns>
    public async Task<TermsView?> ExecuteAsync(Guid requestId, int? version, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.VisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(found => found.Id == requestId, cancellationToken)
            ?? throw new NotFoundException("The request");
        var seesDrafts = actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor);
        var visible = db.Terms.AsNoTracking().Where(terms => terms.RequestId == requestId && (seesDrafts || terms.Status != TermsStatus.Draft));
        var found = await visible
            .Where(terms => version == null || terms.Version == version)
            .OrderByDescending(terms => terms.Version)
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var versions = await visible
            .OrderByDescending(terms => terms.Version)
            .Select(terms => new TermsVersionRow(terms.Version, terms.Status, terms.SavedAt, terms.SavedByName))
            .ToListAsync(cancellationToken);
        var missing = seesDrafts && found.Status == TermsStatus.Draft ? TermsRules.Check(found.Content, request.Content) : [];
        var content = seesDrafts ? found.Content : found.Content with { Budget = null };
        return new TermsView(
            found.Id, found.RequestId, found.Version, found.Status, content, found.Revision, found.SavedAt, found.SavedByName,
            found.SubmittedAt, found.ApprovedAt, missing, versions);
    }
}
