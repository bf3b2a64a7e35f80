using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Strategy;

/// <summary>The concrete initiatives that published reports name in their section 8.</summary>
public sealed class FindInitiatives(TechAssistDb db)
{
    internal async Task<IReadOnlyList<FoundInitiative>> ReadAsync(StrategyWindow window, CancellationToken cancellationToken)
    {
        var reports = await db.Reports.Where(report => report.Status == ReportStatus.Final)
            .Join(window.Cases, report => report.RequestId, request => request.Id, (report, request) => new { request.Id, request.Reference, request.Country, report.Mission.Number, report.Content, report.FinalAt })
            .OrderByDescending(row => row.FinalAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. reports.SelectMany(row => row.Content.Initiatives.Where(one => Blank.ToNull(one.Title) is not null).Select(one =>
                new FoundInitiative(row.Id, row.Reference!, row.Country, row.Number, one.Title!.Trim(), Blank.ToNull(one.Lead), Blank.ToNull(one.Partners), Blank.ToNull(one.CostRange), Blank.ToNull(one.NextStep)))),
        ];
    }
}
