using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Work;

namespace TechAssist.Core.Board;

/// <summary>How long past cases took from each stage to the departure of their first mission, over the last three years.</summary>
public sealed class PastDepartures(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    private const int Years = 3;

    public async Task<IReadOnlyList<PastDeparture>> ReadAsync(CancellationToken cancellationToken)
    {
        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat;
        var today = calendar.LocalDay(clock.GetUtcNow().UtcDateTime);
        var since = today.AddYears(-Years);
        var departed = db.Missions.ThatLeft(today).Where(mission => mission.StartOn >= since);
        var days = await departed
            .Select(mission => new { mission.RequestId, mission.Request.Track, On = mission.ActualStartOn ?? mission.StartOn })
            .ToListAsync(cancellationToken);
        // The parent's step that follows the missions is opened before they are prepared, and is no stage of its own.
        var entries = (await db.Steps
            .Where(step => step.Form != StepForms.Missions && departed.Any(mission => mission.RequestId == step.RequestId))
            .GroupBy(step => new { step.RequestId, step.Stage })
            .Select(steps => new { steps.Key.RequestId, steps.Key.Stage, At = steps.Min(step => step.OpenedAt) })
            .ToListAsync(cancellationToken)).ToLookup(entry => entry.RequestId);
        return [.. days.GroupBy(mission => mission.RequestId).Select(missions =>
        {
            var departedAt = calendar.EndOf(missions.Min(mission => mission.On)!.Value);
            return new PastDeparture(
                missions.First().Track, departedAt,
                [.. entries[missions.Key].Where(entry => entry.At < departedAt).Select(entry => new StageEntry(entry.Stage, entry.At, calendar.WorkingDaysBetween(entry.At, departedAt)))]);
        })];
    }
}
