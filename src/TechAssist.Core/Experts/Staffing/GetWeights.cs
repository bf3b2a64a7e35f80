using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>The weights that count now; version 0 and nobody while they are the standard ones.</summary>
public sealed record WeightsView(Weights Weights, int Version, string? ByName, DateTime? At);

/// <summary>How much each part of a score counts. Everybody who sees a score may know.</summary>
public sealed class GetWeights(TechAssistDb db)
{
    public async Task<WeightsView> ExecuteAsync(CancellationToken cancellationToken) =>
        await db.MatchingWeights.AsNoTracking()
            .OrderByDescending(row => row.Version)
            .Select(row => new WeightsView(row.Weights, row.Version, row.ByName, row.At))
            .FirstOrDefaultAsync(cancellationToken)
        ?? new WeightsView(Weights.Standard, 0, null, null);
}
