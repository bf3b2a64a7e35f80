using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace TechAssist.Core.Clock;

/// <summary>
/// The days and hours one side works: the secretariat, a country. Pure: every instant goes in and comes out as UTC,
/// every day is a day of <see cref="Zone"/>. The arithmetic on limits is in WorkingCalendar.Limits.cs.
/// </summary>
public sealed partial class WorkingCalendar
{
    /// <summary>More closed days in a row than this is a wrongly kept calendar, not a holiday season.</summary>
    private const int LongestClosure = 366;

    private readonly FrozenSet<DayOfWeek> weekend;
    private readonly IReadOnlyList<CalendarHoliday> holidays;
    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, CalendarHoliday>> holidaysByYear = new();

    /// <param name="key">"secretariat" or the country's two letters.</param>
    /// <param name="zone">Where the days are counted.</param>
    /// <param name="weekend">The days of the week nobody works.</param>
    /// <param name="holidays">The other days nobody works.</param>
    /// <param name="opensAt">Local time office hours begin.</param>
    /// <param name="closesAt">Local time office hours end, which is also when a limit in days ends.</param>
    /// <exception cref="ArgumentException">No day of the week is left to work, or the office closes before it opens.</exception>
    public WorkingCalendar(
        string key,
        TimeZoneInfo zone,
        IEnumerable<DayOfWeek> weekend,
        IEnumerable<CalendarHoliday> holidays,
        TimeOnly opensAt,
        TimeOnly closesAt)
    {
        Key = key;
        Zone = zone;
        OpensAt = opensAt;
        ClosesAt = closesAt;
        this.weekend = weekend.ToFrozenSet();
        this.holidays = [.. holidays];
        if (this.weekend.Count == 7)
        {
            throw new ArgumentException("A calendar needs at least one working day a week.", nameof(weekend));
        }

        if (opensAt >= closesAt)
        {
            throw new ArgumentException("The office must open before it closes.", nameof(closesAt));
        }
    }

    public string Key { get; }

    public TimeZoneInfo Zone { get; }

    public TimeOnly OpensAt { get; }

    public TimeOnly ClosesAt { get; }

    public bool IsWorkingDay(DateOnly day) => WhyClosed(day) is null;

    /// <summary>Null when the day is worked. A holiday on a week-end reads as week-end.</summary>
    public SkippedDay? WhyClosed(DateOnly day)
    {
        if (weekend.Contains(day.DayOfWeek))
        {
            return new SkippedDay(day, ClosedReason.Weekend, null);
        }

        return HolidaysOf(day.Year).TryGetValue(day, out var holiday) ? new SkippedDay(day, ClosedReason.Holiday, holiday) : null;
    }

    /// <summary>The day it is in this calendar's zone.</summary>
    public DateOnly LocalDay(DateTime instant) => DateOnly.FromDateTime(ToLocal(instant));

    public DateTime ToLocal(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(RequireUtc(instant), Zone);

    /// <summary>UTC of a local time. A time that the change to summer time leaves out is taken after the change.</summary>
    public DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, Zone);
    }

    /// <summary>The nth working day after (or, with a negative number, before) a day; the day itself never counts.</summary>
    /// <exception cref="InvalidOperationException">The calendar is closed for a whole year.</exception>
    public DateOnly MoveWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; left--)
        {
            day = NextWorkingDay(day, step, null);
        }

        return day;
    }

    private DateOnly NextWorkingDay(DateOnly day, int step, List<SkippedDay>? skipped)
    {
        for (var tries = 0; tries < LongestClosure; tries++)
        {
            day = day.AddDays(step);
            if (WhyClosed(day) is not { } closed)
            {
                return day;
            }

            skipped?.Add(closed);
        }

        throw new InvalidOperationException($"Calendar '{Key}' has no working day within a year of {day:O}.");
    }

    private FrozenDictionary<DateOnly, CalendarHoliday> HolidaysOf(int year) =>
        holidaysByYear.GetOrAdd(year, wanted => DaysIn(wanted).DistinctBy(day => day.Key).ToFrozenDictionary());

    // An offset from Easter could leave the year: the neighbours' rules are asked too.
    private IEnumerable<KeyValuePair<DateOnly, CalendarHoliday>> DaysIn(int year) =>
        from holiday in holidays
        from origin in new[] { year - 1, year, year + 1 }
        where origin is >= 1 and <= 9999
        let day = holiday.Rule.In(origin)
        where day?.Year == year
        select KeyValuePair.Create(day.Value, holiday);

    private static DateTime RequireUtc(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc ? instant : throw new ArgumentException("Instants are UTC.", nameof(instant));
}
