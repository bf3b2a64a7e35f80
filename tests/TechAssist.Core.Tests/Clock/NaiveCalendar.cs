using System.Globalization;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

/// <summary>The calendar as somebody with a pencil would work it: day after day, every rule asked of every day, the time zone asked
/// each time, nothing remembered. It shares no arithmetic with the product's.</summary>
internal sealed class NaiveCalendar(TimeZoneInfo zone, IReadOnlyList<WorkingWeek> weeks, IReadOnlyList<CalendarHoliday> holidays, TimeOnly closesAt)
{
    private static readonly UmAlQuraCalendar Hijri = new();

    public DateTime DueAt(DateTime start, Limit limit)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(start, zone));
        switch (limit.Unit)
        {
            case LimitUnit.WorkingDays:
                for (var left = limit.Amount; left > 0;)
                {
                    day = day.AddDays(1);
                    left -= IsWorked(day) ? 1 : 0;
                }

                return Utc(day, closesAt);
            case LimitUnit.Days:
                return Utc(day.AddDays(limit.Amount), closesAt);
            case LimitUnit.Months:
                return Utc(day.AddMonths(limit.Amount), closesAt);
            case LimitUnit.Hours:
                return start + TimeSpan.FromHours(limit.Amount);
            default:
                return OfficeHours(day, start, TimeSpan.FromHours(limit.Amount));
        }
    }

    private DateTime OfficeHours(DateOnly day, DateTime start, TimeSpan left)
    {
        for (var at = start; ; day = day.AddDays(1))
        {
            if (!IsWorked(day))
            {
                continue;
            }

            var week = weeks.Last(week => week.HoldsOn(day));
            var (opens, closes) = (Utc(day, week.OpensAt), Utc(day, week.ClosesAt));
            var from = at > opens ? at : opens;
            if (closes > from && closes - from >= left)
            {
                return from + left;
            }

            left -= closes > from ? closes - from : TimeSpan.Zero;
        }
    }

    private bool IsWorked(DateOnly day)
    {
        var today = holidays.Where(holiday => holiday.HoldsOn(day) && Falls(holiday.Rule, day)).ToList();
        return today.Exists(holiday => holiday.IsWorked)
            || (today.Count == 0 && !weeks.Last(week => week.HoldsOn(day)).Weekend.Contains(day.DayOfWeek));
    }

    private static bool Falls(HolidayRule rule, DateOnly day) => rule switch
    {
        HolidayRule.EveryYear every => (day.Month, day.Day) == (every.Month, every.Day),
        HolidayRule.Once once => day == once.On,
        HolidayRule.FromEaster from => IsEaster(day.AddDays(-from.Days)),
        HolidayRule.FromOrthodoxEaster from => IsOrthodoxEaster(day.AddDays(-from.Days)),
        HolidayRule.EveryHijriYear hijri => day.ToDateTime(TimeOnly.MinValue) is var at && Hijri.GetMonth(at) == hijri.Month && Hijri.GetDayOfMonth(at) == hijri.Day,
        HolidayRule.FirstWeekday first => day.DayOfWeek == first.DayOfWeek && Enumerable.Range(0, 7).Any(back => day.AddDays(-back) is var from && (from.Month, from.Day) == (first.Month, first.Day)),
        HolidayRule.Shifted shifted => (Falls(shifted.Rule, day) && !(shifted.Moves && shifted.Shifts.Any(shift => shift.On == day.DayOfWeek)))
            || shifted.Shifts.Any(shift => day.AddDays(-shift.Days) is var origin && origin.DayOfWeek == shift.On && Falls(shifted.Rule, origin)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    // The Sunday after the full moon on or after 21 March, by the tables of the Book of Common Prayer.
    private static bool IsEaster(DateOnly day)
    {
        int golden = day.Year % 19 + 1, century = day.Year / 100 + 1, skipped = 3 * century / 4 - 12, moons = (8 * century + 5) / 25 - 5;
        int sunday = 5 * day.Year / 4 - skipped - 10, epact = ((11 * golden + 20 + moons - skipped) % 30 + 30) % 30;
        epact += epact == 25 && golden > 11 || epact == 24 ? 1 : 0;
        var march = 44 - epact;
        march += march < 21 ? 30 : 0;
        return day == new DateOnly(day.Year, 3, 1).AddDays(march + 7 - (sunday + march) % 7 - 1);
    }

    // Gauss, in the Julian calendar, thirteen days behind from 1900 to 2099.
    private static bool IsOrthodoxEaster(DateOnly day)
    {
        int d = (19 * (day.Year % 19) + 15) % 30, e = (2 * (day.Year % 4) + 4 * (day.Year % 7) + 6 * d + 6) % 7;
        return day == new DateOnly(day.Year, 3, 22).AddDays(d + e + 13);
    }

    private DateTime Utc(DateOnly day, TimeOnly time) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), zone);
}
