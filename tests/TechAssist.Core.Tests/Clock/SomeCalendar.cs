using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

/// <summary>Random calendars, instants and lengths for the property tests, zones with odd clock changes among them.</summary>
public static class SomeCalendar
{
    private static readonly DateOnly First = new(2020, 1, 1);

    private static readonly string[] Zones =
        ["Africa/Dakar", "Europe/Brussels", "Africa/Casablanca", "Atlantic/Cape_Verde", "Africa/Cairo", "Asia/Nicosia", "Europe/Lisbon", "Africa/Algiers"];

    private static readonly DayOfWeek[][] Weekends =
        [[DayOfWeek.Saturday, DayOfWeek.Sunday], [DayOfWeek.Friday, DayOfWeek.Saturday], [DayOfWeek.Sunday], [],
         [DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday]];

    public static Arbitrary<WorkingCalendar> Calendars() => Arb.From(
        from zone in Gen.Elements(Zones)
        from weekend in Gen.Elements(Weekends)
        from holidays in Gen.ListOf(Holidays())
        from exceptions in Gen.OneOf(Gen.Constant<WorkingWeek[]>([]), Weeks().Select(week => new[] { week }))
        from opens in Gen.Choose(6, 10)
        from closes in Gen.Choose(15, 20)
        select new WorkingCalendar(
            "test", TimeZoneInfo.FindSystemTimeZoneById(zone), weekend, holidays, new TimeOnly(opens, 0), new TimeOnly(closes, 0), exceptions));

    public static Gen<CalendarHoliday> Holidays() =>
        from rule in Rules()
        from begin in Gen.Choose(-30 * 365, 20 * 365)
        from years in Gen.Choose(1, 40)
        from worked in Gen.Choose(0, 9)
        select new CalendarHoliday(rule, rule.ToString(), rule.ToString())
        {
            ValidFrom = begin < 0 ? null : First.AddDays(begin),
            ValidTo = years > 20 ? null : First.AddDays(Math.Max(0, begin)).AddYears(years),
            IsWorked = worked == 0,
        };

    /// <summary>Another week-end and other office hours for some months.</summary>
    public static Gen<WorkingWeek> Weeks() =>
        from weekend in Gen.Elements(Weekends)
        from opens in Gen.Choose(7, 11)
        from closes in Gen.Choose(12, 17)
        from begin in Gen.Choose(0, 20 * 365)
        from days in Gen.Choose(1, 900)
        select new WorkingWeek(weekend, new TimeOnly(opens, 30), new TimeOnly(closes, 0), First.AddDays(begin), First.AddDays(begin + days));

    public static Arbitrary<DateTime> Instants() => Arb.From(
        from minutes in Gen.Choose(0, 20 * 365 * 24 * 60)
        from seconds in Gen.Choose(0, 59)
        select new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes).AddSeconds(seconds));

    public static Arbitrary<HolidayRule> HolidayRules() => Arb.From(Rules());

    private static Gen<HolidayRule> Rules() => Gen.OneOf(
        Plain(),
        from rule in Plain()
        from moves in Gen.Elements(true, false)
        from saturday in Gen.Elements(-1, 2)
        select (HolidayRule)new HolidayRule.Shifted(rule, moves, [(DayOfWeek.Saturday, saturday), (DayOfWeek.Sunday, 1)]));

    private static Gen<HolidayRule> Plain() => Gen.OneOf(
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        select (HolidayRule)new HolidayRule.EveryYear(month, day),
        from days in Gen.Choose(-60, 70)
        select (HolidayRule)new HolidayRule.FromEaster(days),
        from days in Gen.Choose(-60, 70)
        select (HolidayRule)new HolidayRule.FromOrthodoxEaster(days),
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 30)
        select (HolidayRule)new HolidayRule.EveryHijriYear(month, day),
        from weekday in Gen.Choose(0, 6)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        select (HolidayRule)new HolidayRule.FirstWeekday((DayOfWeek)weekday, month, day),
        from offset in Gen.Choose(0, 20 * 365)
        select (HolidayRule)new HolidayRule.Once(First.AddDays(offset)));
}
