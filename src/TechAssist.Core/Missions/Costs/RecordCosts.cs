using System.Globalization;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Costs;

public sealed record RecordCostsInput(MissionCosts Costs, int Revision);

/// <summary>Writes what a mission is estimated to cost and what it cost. The secretariat's act, also once the case is closed: bills come late.</summary>
public sealed class RecordCosts(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>stale</c>: the mission was changed since.</exception>
    public async Task ExecuteAsync(Guid missionId, RecordCostsInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input.Costs);
        if (mission.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        mission.Record(input.Costs);
        var line = MissionLine.Of("mission-costs", mission);
        var values = new Dictionary<string, string>(line.Values)
        {
            ["estimate"] = input.Costs.Estimate.ToString("0.##", CultureInfo.InvariantCulture),
            ["actual"] = input.Costs.Actual.ToString("0.##", CultureInfo.InvariantCulture),
            ["currency"] = input.Costs.Currency,
        };
        await timeline.AddAsync(mission.RequestId, line with { Values = values, IsPublic = false }, actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
