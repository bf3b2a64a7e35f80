using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Terms;

/// <summary>Finds the version of the terms that counts.</summary>
internal static class TermsVersions
{
    public static Task<TermsOfReference?> LatestTermsAsync(this TechAssistDb db, Guid requestId, CancellationToken cancellationToken) =>
        db.Terms.Where(terms => terms.RequestId == requestId).OrderByDescending(terms => terms.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The approved content; null before approval.</summary>
    public static async Task<TermsContent?> ApprovedTermsAsync(this TechAssistDb db, Guid requestId, CancellationToken cancellationToken)
    {
        var approved = await db.Terms.AsNoTracking()
            .Where(terms => terms.RequestId == requestId && terms.Status == TermsStatus.Approved)
            .OrderByDescending(terms => terms.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return approved?.Content;
    }
}
