using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

/// <summary>Random calendars, instants and lengths for the property tests, zones with odd clock changes among them.</summary>
public static class SomeCalendar
{
    private static readonly string[] Zones =
        ["Africa/Dakar", "Europe/Brussels", "Africa/Casablanca", "Atlantic/Cape_Verde", "Africa/Cairo", "Asia/Nicosia", "Europe/Lisbon", "Africa/Algiers"];

    private static readonly DayOfWeek[][] Weekends =
        [[DayOfWeek.Saturday, DayOfWeek.Sunday], [DayOfWeek.Friday, DayOfWeek.Saturday], [DayOfWeek.Sunday], [],
         [DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday]];

    public static Arbitrary<WorkingCalendar> Calendars() => Arb.From(
        from zone in Gen.Elements(Zones)
        from weekend in Gen.Elements(Weekends)
        from rules in Gen.ListOf(Rules())
        from opens in Gen.Choose(6, 10)
        from closes in Gen.Choose(15, 20)
        select new WorkingCalendar(
            "test",
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            weekend,
            rules.Select(rule => new CalendarHoliday(rule, rule.ToString(), rule.ToString())),
            new TimeOnly(opens, 0),
            new TimeOnly(closes, 0)));

    public static Arbitrary<DateTime> Instants() => Arb.From(
        from minutes in Gen.Choose(0, 20 * 365 * 24 * 60)
        from seconds in Gen.Choose(0, 59)
        select new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes).AddSeconds(seconds));

    public static Arbitrary<HolidayRule> HolidayRules() => Arb.From(Rules());

    private static Gen<HolidayRule> Rules() => Gen.OneOf(
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        select (HolidayRule)new HolidayRule.EveryYear(month, day),
        from days in Gen.Choose(-60, 70)
        select (HolidayRule)new HolidayRule.FromEaster(days),
        from offset in Gen.Choose(0, 20 * 365)
        select (HolidayRule)new HolidayRule.Once(new DateOnly(2020, 1, 1).AddDays(offset)));
}
