using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

/// <summary>Looks at the checklists of missions that leave in ten, five and two working days of the secretariat (domain process 11). Of windows
/// that nobody looked through in time only the nearest still makes sense, and is made up for once. Its query reads only missions whose departure is
/// near and whose window has not been looked through.</summary>
public sealed class SweepChecklists(TechAssistDb db, ChecklistAlarms alarms, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>Working days before the departure, the nearest first.</summary>
    internal static readonly int[] Windows = [2, 5, 10];

    /// <summary>From which on an open item is the coordinator's matter too.</summary>
    internal const int Red = 5;

    /// <summary>Looks at up to <paramref name="most"/> missions; returns how many were due.</summary>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat;
        var today = calendar.LocalDay(now);
        // The office's day begins when it opens.
        var hasBegun = calendar.IsWorkingDay(today) && now >= calendar.ToUtc(today, calendar.OpensAt);
        var counted = hasBegun ? today : calendar.MoveWorkingDays(today, -1);
        var (two, five, ten) = (calendar.MoveWorkingDays(counted, Windows[0]), calendar.MoveWorkingDays(counted, Windows[1]), calendar.MoveWorkingDays(counted, Windows[2]));
        var due = await db.Missions
            .Where(mission => (mission.Status == MissionStatus.Planned || mission.Status == MissionStatus.Confirmed) && mission.Request.Status == RequestStatus.Open)
            .Where(mission => mission.StartOn > today && mission.StartOn <= ten)
            .Select(mission => new { mission.Id, mission.StartOn, Window = mission.StartOn <= two ? 2 : mission.StartOn <= five ? 5 : 10 })
            .Where(row => !db.ChecklistAlarms.Any(alarm => alarm.MissionId == row.Id && alarm.DepartsOn == row.StartOn && alarm.DaysBefore <= row.Window))
            .OrderBy(row => row.StartOn).ThenBy(row => row.Id).Take(most)
            .ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            db.ChangeTracker.Clear();
            await TryAsync(row.Id, row.Window, calendar, now, cancellationToken);
        }

        return due.Count;
    }

    private async Task TryAsync(Guid missionId, int window, WorkingCalendar calendar, DateTime now, CancellationToken cancellationToken)
    {
        var mission = await db.Missions.Include(row => row.Request.Countries).Include(row => row.Members).ThenInclude(member => member.Expert).AsSplitQuery().SingleAsync(row => row.Id == missionId, cancellationToken);
        if (mission.StartOn is not { } departsOn)
        {
            return;
        }

        var isReported = await db.ChecklistAlarms.AnyAsync(alarm => alarm.MissionId == missionId && alarm.DepartsOn == departsOn && alarm.IsReported, cancellationToken);
        // A mission planned inside the window is new to all it could be told to: the next window speaks of it.
        var isNews = mission.CreatedAt > calendar.ToUtc(calendar.MoveWorkingDays(departsOn, -window), calendar.OpensAt);
        var open = isNews ? [] : mission.Checklist.Where(item => !item.IsSettled).ToList();
        var reports = window <= Red && !isReported && open.Count > 0;
        db.ChecklistAlarms.Add(ChecklistAlarm.Of(mission, window, reports, now));
        if (open.Count > 0)
        {
            await alarms.TellAsync(mission, open, calendar.WorkingDaysBetween(now, calendar.ToUtc(departsOn, calendar.OpensAt)), reports, now, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node was faster, or somebody changed the mission in the same moment: the next sweep looks at what is still due.
        }
    }
}
