using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Strategy;

/// <summary>The concrete initiatives of published reports, as their records stand today: whoever follows them up keeps lead, partners, costs
/// and next step.</summary>
public sealed class FindInitiatives(TechAssistDb db)
{
    internal async Task<IReadOnlyList<FoundInitiative>> ReadAsync(StrategyWindow window, CancellationToken cancellationToken) =>
        await db.Initiatives
            .Join(window.Cases, row => row.RequestId, request => request.Id, (row, request) => new { Row = row, request.Reference, request.Country })
            .Join(db.Missions, pair => pair.Row.MissionId, mission => mission.Id, (pair, mission) => new { pair.Row, pair.Reference, pair.Country, mission.Number })
            .OrderByDescending(found => found.Row.CreatedAt).ThenBy(found => found.Reference).ThenBy(found => found.Row.Number)
            .Select(found => new FoundInitiative(
                found.Row.RequestId, found.Reference!, found.Country, found.Number, found.Row.Title, found.Row.Lead, found.Row.Partners, found.Row.CostRange, found.Row.NextStep))
            .ToListAsync(cancellationToken);
}
