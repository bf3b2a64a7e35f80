using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Simulation;

/// <summary>Jobs that do not look at every moment of the year at which another one finds something.</summary>
[Flags]
public enum RareJobs
{
    None = 0,

    /// <summary>Substitutions, the duty and the roster: nothing else in a year tells when they find something.</summary>
    Officers = 1,

    /// <summary>What asks people of its own accord, at the full hour.</summary>
    Hourly = 2,
}

/// <summary>The minute in which a job next finds something: one statement, however many kinds of rows it may be.</summary>
internal sealed class NextOfClock(DateTime startAt)
{
    /// <summary>Working days before a departure from which on its checklist is looked at.</summary>
    private const int ChecklistDays = 10;

    /// <summary>Compiled, for it is asked before every event of the year. It hangs the minima on a table of one row: each of them is read
    /// from its index.</summary>
    private static readonly Func<TechAssistDb, DateOnly, CancellationToken, Task<Least>> FindLeastAsync =
        EF.CompileAsyncQuery((TechAssistDb db, DateOnly today, CancellationToken cancellationToken) => db.ReferenceVersions.OrderBy(version => version.Id).Select(_ => new Least(
            db.Deadlines.Where(row => row.HandledAt == null && !row.IsPaused).Min(row => (DateTime?)row.FireAt),
            db.Calls.Min(call => call.NextAt),
            db.Outbox.Min(row => row.NextTryAt),
            db.Experts.Min(expert => expert.NextAskOn),
            db.Recommendations.Min(row => row.NextReminderOn),
            db.Missions.Where(row => row.Status == MissionStatus.Planned || row.Status == MissionStatus.Confirmed).Where(row => row.StartOn > today).Min(row => row.StartOn)))
            .First());

    private DateTime officersAt = startAt;
    private DateTime hourlyNotBefore = startAt;
    private DateTime? hourlyAt;

    public async Task<DateTime> FindAsync(TechAssistDb db, WorkingCalendar office, DateTime now, CancellationToken cancellationToken)
    {
        var least = await FindLeastAsync(db, office.LocalDay(now), cancellationToken);
        hourlyAt = least.Ask is null && least.Reminder is null ? null : FullHour(Latest(StartOf(Earliest(least.Ask, least.Reminder)!.Value), hourlyNotBefore, now));
        var next = new[] { least.Deadline, least.Call, least.Mail, hourlyAt, ChecklistAt(office, least.Departure, now), officersAt }.Min()!.Value;
        next = next > now ? next : now.AddTicks(1);
        return Up(next, TimeSpan.TicksPerMinute);
    }

    /// <summary>Which of the rare jobs look now; they are told of it once.</summary>
    public RareJobs Take(DateTime now)
    {
        var due = RareJobs.None;
        if (now >= officersAt)
        {
            officersAt = now.AddHours(6);
            due |= RareJobs.Officers;
        }

        if (now >= hourlyAt)
        {
            hourlyAt = null;
            hourlyNotBefore = FullHour(now.AddTicks(1));
            due |= RareJobs.Hourly;
        }

        return due;
    }

    /// <summary>The windows of a checklist begin when the office opens.</summary>
    private static DateTime? ChecklistAt(WorkingCalendar office, DateOnly? departsOn, DateTime now)
    {
        var today = office.LocalDay(now);
        var day = office.IsWorkingDay(today) && now < office.ToUtc(today, office.OpensAt) ? today : office.MoveWorkingDays(today, 1);
        return departsOn <= office.MoveWorkingDays(day, ChecklistDays) ? office.ToUtc(day, office.OpensAt) : null;
    }

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DateTime Latest(params ReadOnlySpan<DateTime> times)
    {
        var latest = times[0];
        foreach (var time in times)
        {
            latest = time > latest ? time : latest;
        }

        return latest;
    }

    private static DateTime FullHour(DateTime time) => Up(time, TimeSpan.TicksPerHour);

    private static DateTime Up(DateTime time, long ticks) => new((time.Ticks + ticks - 1) / ticks * ticks, DateTimeKind.Utc);

    private sealed record Least(DateTime? Deadline, DateTime? Call, DateTime? Mail, DateOnly? Ask, DateOnly? Reminder, DateOnly? Departure);
}
