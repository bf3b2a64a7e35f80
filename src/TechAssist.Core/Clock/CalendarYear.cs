using System.Collections.Frozen;

namespace TechAssist.Core.Clock;

/// <summary>One year of a calendar, worked out once: which days are worked, how many up to each, and when each begins, opens and
/// closes in UTC.</summary>
internal sealed class CalendarYear
{
    private readonly WorkingCalendar calendar;
    private readonly FrozenDictionary<DateOnly, CalendarHoliday> holidays;
    private readonly int firstDay;

    /// <summary>Working days of the year up to and with each day.</summary>
    private readonly int[] workingUntil;

    private readonly DateOnly[] workingDays;

    /// <summary>UTC ticks at which each local day begins, with the first of the next year; negative where the clock changes on
    /// that day, and a look-up by it would not be safe.</summary>
    private readonly long[] begins;

    private readonly DateTime[] ends;
    private readonly (DateTime Opens, DateTime Closes)[] officeHours;

    public CalendarYear(int number, WorkingCalendar calendar, FrozenDictionary<DateOnly, CalendarHoliday> holidays)
    {
        Number = number;
        this.calendar = calendar;
        this.holidays = holidays;
        firstDay = new DateOnly(number, 1, 1).DayNumber;
        var days = Enumerable.Range(firstDay, DateTime.IsLeapYear(number) ? 366 : 365).Select(DateOnly.FromDayNumber).ToList();
        workingDays = [.. days.Where(day => WhyClosed(day) is null)];
        workingUntil = new int[days.Count];
        for (int index = 0, count = 0; index < days.Count; index++)
        {
            count += count < workingDays.Length && workingDays[count] == days[index] ? 1 : 0;
            workingUntil[index] = count;
        }

        ends = [.. days.Select(day => calendar.ToUtc(day, calendar.ClosesAt))];
        officeHours = [.. days.Select(day => (Day: day, Week: calendar.WeekOf(day))).Select(day => (calendar.ToUtc(day.Day, day.Week.OpensAt), calendar.ToUtc(day.Day, day.Week.ClosesAt)))];
        begins = Beginnings(days);
    }

    public int Number { get; }

    public int WorkingDayCount => workingDays.Length;

    public bool IsWorking(DateOnly day) => WorkingDaysUntil(day) > (day.DayNumber == firstDay ? 0 : workingUntil[day.DayNumber - firstDay - 1]);

    /// <summary>How many days of the year are worked up to and with that one; none for the last day of the year before.</summary>
    public int WorkingDaysUntil(DateOnly day) => day.DayNumber < firstDay ? 0 : workingUntil[day.DayNumber - firstDay];

    /// <param name="number">From 1.</param>
    public DateOnly WorkingDay(int number) => workingDays[number - 1];

    /// <summary>When a limit that ends on that day ends.</summary>
    public DateTime EndOf(DateOnly day) => ends[day.DayNumber - firstDay];

    public (DateTime Opens, DateTime Closes) OfficeHoursOf(DateOnly day) => officeHours[day.DayNumber - firstDay];

    public SkippedDay? WhyClosed(DateOnly day)
    {
        var holiday = holidays.GetValueOrDefault(day);
        if (holiday is { IsWorked: true })
        {
            return null;
        }

        return calendar.WeekOf(day).Weekend.Contains(day.DayOfWeek) ? new SkippedDay(day, ClosedReason.Weekend, null)
            : holiday is not null ? new SkippedDay(day, ClosedReason.Holiday, holiday)
            : null;
    }

    /// <summary>The local day of an instant whose day in UTC is <paramref name="guess"/>; null near a change of the clock or the
    /// year, where the time zone itself must be asked.</summary>
    public DateOnly? LocalDay(DateOnly guess, DateTime instant)
    {
        var index = guess.DayNumber - firstDay;
        var ticks = instant.Ticks;
        if (ticks < Math.Abs(begins[index]))
        {
            index--;
        }
        else if (ticks >= Math.Abs(begins[index + 1]))
        {
            index++;
        }

        return index >= 0 && index < workingUntil.Length && begins[index] > 0 ? DateOnly.FromDayNumber(firstDay + index) : null;
    }

    private long[] Beginnings(List<DateOnly> days)
    {
        long[] starts = [.. days.Append(days[^1].AddDays(1)).Select(day => calendar.ToUtc(day, TimeOnly.MinValue).Ticks)];
        var marked = (long[])starts.Clone();
        for (var index = 0; index < days.Count; index++)
        {
            if (starts[index + 1] - starts[index] != TimeSpan.TicksPerDay)
            {
                marked[index] = -starts[index];
            }
        }

        return marked;
    }
}
