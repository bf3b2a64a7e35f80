using System.Globalization;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

[TestFixture]
public sealed class HolidayRuleTests
{
    [TestCase(2024, "2024-03-31")]
    [TestCase(2025, "2025-04-20")]
    [TestCase(2026, "2026-04-05")]
    [TestCase(2031, "2031-04-13")]
    [TestCase(2038, "2038-04-25")]
    [TestCase(2049, "2049-04-18")]
    [TestCase(2076, "2076-04-19")]
    public void Easter_falls_where_the_almanac_says(int year, string day) => Assert.That(Easter.Western(year), Is.EqualTo(Day(day)));

    [TestCase(2023, "2023-04-16")]
    [TestCase(2024, "2024-05-05")]
    [TestCase(2025, "2025-04-20")]
    [TestCase(2026, "2026-04-12")]
    [TestCase(2027, "2027-05-02")]
    [TestCase(2028, "2028-04-16")]
    public void Orthodox_Easter_falls_where_the_almanac_says(int year, string day) => Assert.That(Easter.Orthodox(year), Is.EqualTo(Day(day)));

    [Test]
    public void Easter_equals_the_anonymous_gregorian_computus_for_five_centuries() =>
        Assert.That(Enumerable.Range(1700, 500).Select(Easter.Western), Is.EqualTo(Enumerable.Range(1700, 500).Select(Computus)));

    [TestCase("01-06", 2031, "2031-01-06")]
    [TestCase("02-29", 2031)]
    [TestCase("02-29", 2032, "2032-02-29")]
    [TestCase("easter+39", 2031, "2031-05-22")]
    [TestCase("orthodox-2", 2027, "2027-04-30")]
    [TestCase("hijri 10-01", 2027, "2027-03-09")]
    [TestCase("hijri 10-01", 2000, "2000-01-08", "2000-12-27")]
    [TestCase("hijri 01-01", 2090)]
    [TestCase("mon>=05-01", 2031, "2031-05-05")]
    [TestCase("mon>=05-25", 2027, "2027-05-31")]
    [TestCase("sat>=06-20", 2026, "2026-06-20")]
    [TestCase("2031-03-05", 2031, "2031-03-05")]
    [TestCase("2031-03-05", 2032)]
    [TestCase("12-25 also sat+2,sun+2", 2027, "2027-12-25", "2027-12-27")]
    [TestCase("12-25 also sat+2,sun+2", 2030, "2030-12-25")]
    [TestCase("04-27 move sun-1", 2031, "2031-04-26")]
    [TestCase("01-01 also sat-1", 2028, "2028-01-01", "2027-12-31")]
    public void A_rule_falls_on_the_days_of_a_year(string rule, int year, params string[] days) =>
        Assert.That(HolidayRule.Parse(rule).In(year), Is.EqualTo(days.Select(Day)));

    [TestCase("")]
    [TestCase("13-01")]
    [TestCase("02-30")]
    [TestCase("easter")]
    [TestCase("easter+1000")]
    [TestCase("orthodox 3")]
    [TestCase("hijri 13-01")]
    [TestCase("hijri 01-31")]
    [TestCase("mon>=02-29")]
    [TestCase("may>=05-01")]
    [TestCase("2031-02-29")]
    [TestCase("01-01 also")]
    [TestCase("01-01 also sat+9")]
    [TestCase("01-01 also sat+2,sat+1")]
    [TestCase("01-01 perhaps sat+2")]
    [TestCase("first Monday of May")]
    public void A_rule_in_no_known_form_is_refused(string text) => Assert.That(HolidayRule.TryParse(text), Is.Null);

    [Test]
    public void A_shift_over_the_end_of_the_year_closes_the_day_in_the_year_it_falls_in()
    {
        var holiday = new CalendarHoliday(HolidayRule.Parse("01-01 also sat-1"), "New Year", "Nouvel An");
        var calendar = new WorkingCalendar("XX", TimeZoneInfo.Utc, [DayOfWeek.Saturday, DayOfWeek.Sunday], [holiday], new TimeOnly(9, 0), new TimeOnly(18, 0));
        Assert.That(calendar.HolidaysOf(2027).Select(day => day.On), Is.EqualTo(new[] { new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31) }));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Meeus, Jones and Butcher, as printed in the almanacs: another algorithm than the product's.
    private static DateOnly Computus(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }
}
