using System.Globalization;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Costs;

public sealed record RecordCostsInput(MissionCosts Costs);

/// <summary>Writes what a mission is estimated to cost and what it cost. The secretariat's act, also once the case is closed: bills come late.</summary>
public sealed class RecordCosts(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>stale</c>: somebody else recorded them meanwhile.</exception>
    public async Task ExecuteAsync(Guid missionId, RecordCostsInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input.Costs);
        if (mission.Costs.Revision != input.Costs.Revision)
        {
            throw new RuleException("stale");
        }

        mission.Record(input.Costs with { Revision = input.Costs.Revision + 1 });
        var line = MissionLine.Of("mission-costs", mission);
        var values = new Dictionary<string, string>(line.Values)
        {
            ["estimate"] = input.Costs.Estimate.ToString("0", CultureInfo.InvariantCulture),
            ["actual"] = input.Costs.Actual.ToString("0", CultureInfo.InvariantCulture),
            ["currency"] = input.Costs.Currency,
        };
        await timeline.AddAsync(mission.RequestId, line with { Values = values, IsPublic = false }, actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
