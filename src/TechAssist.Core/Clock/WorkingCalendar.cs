using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace TechAssist.Core.Clock;

/// <summary>
/// The days and hours one side works: the secretariat, a country, an expert. Pure: every instant goes in and comes out as UTC,
/// every day is a day of <see cref="Zone"/>. The arithmetic on limits is in WorkingCalendar.Limits.cs; each year is worked out
/// once (<see cref="CalendarYear"/>), so that counting days is a look-up.
/// </summary>
public sealed partial class WorkingCalendar
{
    private readonly IReadOnlyList<WorkingWeek> weeks;
    private readonly IReadOnlyList<CalendarHoliday> holidays;
    private readonly ConcurrentDictionary<int, CalendarYear> years = new();

    /// <param name="key">"secretariat", a country's two letters, or an expert's key.</param>
    /// <param name="zone">Where the days are counted, with its changes of the clock.</param>
    /// <param name="weekend">The days of the week nobody works.</param>
    /// <param name="holidays">The other days nobody works.</param>
    /// <param name="opensAt">Local time office hours begin.</param>
    /// <param name="closesAt">Local time office hours end, which is also when a limit in days ends.</param>
    /// <param name="exceptions">Weeks that hold for a time instead: the last one that holds on a day counts.</param>
    /// <exception cref="ArgumentException">No day of the week is left to work, or the office closes before it opens.</exception>
    public WorkingCalendar(
        string key,
        TimeZoneInfo zone,
        IEnumerable<DayOfWeek> weekend,
        IEnumerable<CalendarHoliday> holidays,
        TimeOnly opensAt,
        TimeOnly closesAt,
        IEnumerable<WorkingWeek>? exceptions = null)
    {
        Key = key;
        Zone = zone;
        OpensAt = opensAt;
        ClosesAt = closesAt;
        weeks = [new WorkingWeek([.. weekend], opensAt, closesAt), .. exceptions ?? []];
        this.holidays = [.. holidays];
        if (weeks.Any(week => week.Weekend.Distinct().Count() == 7))
        {
            throw new ArgumentException("A calendar needs at least one working day a week.", nameof(weekend));
        }

        if (weeks.Any(week => week.OpensAt >= week.ClosesAt))
        {
            throw new ArgumentException("The office must open before it closes.", nameof(closesAt));
        }
    }

    public string Key { get; }

    public TimeZoneInfo Zone { get; }

    public TimeOnly OpensAt { get; }

    public TimeOnly ClosesAt { get; }

    /// <summary>The same calendar under another key, closed on some days more.</summary>
    public WorkingCalendar With(string key, IEnumerable<CalendarHoliday> more) =>
        new(key, Zone, weeks[0].Weekend, [.. more, .. holidays], OpensAt, ClosesAt, weeks.Skip(1));

    /// <summary>The same days, counted in another zone.</summary>
    public WorkingCalendar In(TimeZoneInfo zone) => new(Key, zone, weeks[0].Weekend, holidays, OpensAt, ClosesAt, weeks.Skip(1));

    /// <summary>The same calendar with somebody's own week, for a time or for good: free days replace the week-end, hours the office hours.
    /// What is left out, and hours that contradict each other, stay as they are. A limit in days still ends at the hour it ended.</summary>
    public WorkingCalendar WithWeek(IReadOnlyCollection<DayOfWeek> daysOff, TimeOnly? opensAt, TimeOnly? closesAt, DateOnly? validFrom = null, DateOnly? validTo = null)
    {
        WorkingWeek Own(WorkingWeek week)
        {
            var (from, to) = (opensAt ?? week.OpensAt, closesAt ?? week.ClosesAt);
            return week with
            {
                Weekend = daysOff.Count is > 0 and < 7 ? [.. daysOff] : week.Weekend,
                OpensAt = from < to ? from : week.OpensAt,
                ClosesAt = from < to ? to : week.ClosesAt,
                ValidFrom = week.ValidFrom is null || validFrom > week.ValidFrom ? validFrom : week.ValidFrom,
                ValidTo = week.ValidTo is null || validTo < week.ValidTo ? validTo : week.ValidTo,
            };
        }

        return new WorkingCalendar(Key, Zone, weeks[0].Weekend, holidays, OpensAt, ClosesAt, weeks.Skip(1).Concat(weeks.Select(Own)));
    }

    public bool IsWorkingDay(DateOnly day) => Year(day.Year).IsWorking(day);

    /// <summary>Null when the day is worked. A holiday on a week-end reads as week-end.</summary>
    public SkippedDay? WhyClosed(DateOnly day) => Year(day.Year).WhyClosed(day);

    /// <summary>The week that holds on a day.</summary>
    public WorkingWeek WeekOf(DateOnly day) => weeks.Last(week => week.HoldsOn(day));

    /// <summary>The holidays of a year in order, those on a week-end too, worked days among them.</summary>
    public IReadOnlyList<(DateOnly On, CalendarHoliday Holiday)> HolidaysOf(int year) => [.. DaysIn(year).OrderBy(day => day.On)];

    /// <summary>The day it is in this calendar's zone.</summary>
    public DateOnly LocalDay(DateTime instant)
    {
        var guess = DateOnly.FromDateTime(RequireUtc(instant));
        return Year(guess.Year).LocalDay(guess, instant) ?? DateOnly.FromDateTime(ToLocal(instant));
    }

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
    public DateOnly MoveWorkingDays(DateOnly day, int count) => count switch
    {
        > 0 => Forward(day, count),
        < 0 => Backward(day, -count),
        _ => day,
    };

    private DateOnly Forward(DateOnly day, int count)
    {
        var year = Year(day.Year);
        var wanted = year.WorkingDaysUntil(day) + count;
        while (wanted > year.WorkingDayCount)
        {
            wanted -= year.WorkingDayCount;
            year = Open(Year(year.Number + 1), day);
        }

        return year.WorkingDay(wanted);
    }

    private DateOnly Backward(DateOnly day, int count)
    {
        var year = Year(day.Year);
        var wanted = year.WorkingDaysUntil(day.AddDays(-1)) - count + 1;
        while (wanted < 1)
        {
            year = Open(Year(year.Number - 1), day);
            wanted += year.WorkingDayCount;
        }

        return year.WorkingDay(wanted);
    }

    /// <summary>A whole year without a working day is a wrongly kept calendar, not a holiday season.</summary>
    private CalendarYear Open(CalendarYear year, DateOnly day) => year.WorkingDayCount > 0
        ? year
        : throw new InvalidOperationException($"Calendar '{Key}' has no working day within a year of {day:O}.");

    private CalendarYear Year(int number) => years.GetOrAdd(number, static (wanted, calendar) => new CalendarYear(wanted, calendar, calendar.ByDay(wanted)), this);

    private FrozenDictionary<DateOnly, CalendarHoliday> ByDay(int year) =>
        DaysIn(year).OrderByDescending(day => day.Holiday.IsWorked).DistinctBy(day => day.On).ToFrozenDictionary(day => day.On, day => day.Holiday);

    // An offset from Easter or a shift could leave the year: the neighbours' rules are asked too.
    private IEnumerable<(DateOnly On, CalendarHoliday Holiday)> DaysIn(int year) =>
        from holiday in holidays
        from origin in new[] { year - 1, year, year + 1 }
        where origin is > 1 and < 9999
        from day in holiday.Rule.In(origin)
        where day.Year == year && holiday.HoldsOn(day) && !IsCorrected(holiday, day)
        select (day, holiday);

    private bool IsCorrected(CalendarHoliday holiday, DateOnly day) => holiday.Code is not null && holidays.Any(other =>
        other.Corrects == holiday.Code && other.Rule is HolidayRule.Once once && Math.Abs(once.On.DayNumber - day.DayNumber) <= CalendarHoliday.CorrectionReach);

    private static DateTime RequireUtc(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc ? instant : throw new ArgumentException("Instants are UTC.", nameof(instant));
}
