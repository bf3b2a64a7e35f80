using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Board;

/// <summary>The cases that a departure is forecast from: those whose first mission left within the last three years, and those that may
/// still leave.</summary>
public sealed class PastCases(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    private const int Years = 3;

    public async Task<IReadOnlyList<PastCase>> ReadAsync(CancellationToken cancellationToken)
    {
        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat;
        var today = calendar.LocalDay(clock.GetUtcNow().UtcDateTime);
        var since = today.AddYears(-Years);
        var departed = db.Missions.ThatLeft(today).Where(mission => mission.StartOn >= since);
        var departedOn = (await departed.Select(mission => new { mission.RequestId, On = mission.ActualStartOn ?? mission.StartOn }).ToListAsync(cancellationToken))
            .GroupBy(mission => mission.RequestId).ToDictionary(missions => missions.Key, missions => missions.Min(mission => mission.On)!.Value);
        // The parent's step that follows the missions is opened before they are prepared, and is no stage of its own.
        var entries = await (
            from step in db.Steps
            join request in db.Requests on step.RequestId equals request.Id
            where step.Form != StepForms.Missions
                && (departed.Any(mission => mission.RequestId == request.Id) || (request.Status == RequestStatus.Open && !db.Missions.Any(mission => mission.RequestId == request.Id && mission.StartOn <= today)))
            group step by new { request.Id, request.Track, step.Stage } into steps
            select new { steps.Key.Id, steps.Key.Track, steps.Key.Stage, At = steps.Min(step => step.OpenedAt) }).ToListAsync(cancellationToken);
        return [.. entries.GroupBy(entry => (entry.Id, entry.Track)).Select(one =>
        {
            DateTime? departedAt = departedOn.TryGetValue(one.Key.Id, out var on) ? calendar.EndOf(on) : null;
            return new PastCase(one.Key.Track, departedAt, [.. one.Where(entry => departedAt is null || entry.At < departedAt).Select(entry => new StageEntry(entry.Stage, entry.At))]);
        })];
    }
}
