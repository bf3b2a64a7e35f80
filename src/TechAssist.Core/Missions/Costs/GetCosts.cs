using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Missions.Costs;

/// <summary>The costs of a mission as their form shows them.</summary>
/// <param name="Costs">As they were recorded; before that the budget of the terms as an estimate, which nobody has said yes to.</param>
public sealed record CostsView(MissionCosts Costs, bool IsRecorded);

/// <summary>What a mission costs, for the secretariat and the auditor.</summary>
public sealed class GetCosts(TechAssistDb db)
{
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    /// <exception cref="RuleException"><c>not-allowed</c>: costs are not theirs to read.</exception>
    public async Task<CostsView> ExecuteAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.SeesInternals());
        var mission = await db.MissionsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(found => found.Id == missionId, cancellationToken)
            ?? throw new NotFoundException("The mission");
        if (mission.Costs.Lines.Count > 0)
        {
            return new CostsView(mission.Costs, true);
        }

        var terms = await db.Terms.AsNoTracking()
            .Where(version => version.RequestId == mission.RequestId && version.Status == TermsStatus.Approved)
            .OrderByDescending(version => version.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return new CostsView(terms?.Content.Budget is { } budget ? Estimated(budget) with { Revision = mission.Costs.Revision } : mission.Costs, false);
    }

    private static MissionCosts Estimated(TermsBudget budget) => new()
    {
        Currency = budget.Currency,
        Lines = [.. budget.Lines.Select(line => new CostLine { Text = line.Text, Estimate = line.Amount })],
    };
}
