using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

[TestFixture]
public sealed class WorkingCalendarTests
{
    private static readonly CalendarHoliday LabourDay = new(HolidayRule.Parse("05-01"), "Labour Day", "Fête du travail");

    private static WorkingCalendar Dakar(params CalendarHoliday[] holidays) => Calendar("SN", "Africa/Dakar", [DayOfWeek.Saturday, DayOfWeek.Sunday], holidays);

    private static WorkingCalendar Brussels(params CalendarHoliday[] holidays) => Calendar("secretariat", "Europe/Brussels", [DayOfWeek.Saturday, DayOfWeek.Sunday], holidays);

    [Test]
    public void Five_working_days_from_a_wednesday_before_labour_day_skip_the_holiday_and_the_week_end()
    {
        // 30 April 2031 is a Wednesday, 1 May a Thursday.
        var explanation = Dakar(LabourDay).ExplainDue(Utc(2031, 4, 30, 10), 5);

        Assert.Multiple(() =>
        {
            Assert.That(explanation.DueAt, Is.EqualTo(Utc(2031, 5, 8, 18)));
            Assert.That(explanation.Counted, Is.EqualTo(Days("2031-05-02", "2031-05-05", "2031-05-06", "2031-05-07", "2031-05-08")));
            Assert.That(explanation.Skipped, Is.EqualTo(new[]
            {
                new SkippedDay(new DateOnly(2031, 5, 1), ClosedReason.Holiday, LabourDay),
                new SkippedDay(new DateOnly(2031, 5, 3), ClosedReason.Weekend, null),
                new SkippedDay(new DateOnly(2031, 5, 4), ClosedReason.Weekend, null),
            }));
            Assert.That(explanation.TimeZoneId, Is.EqualTo("Africa/Dakar"));
        });
    }

    [Test]
    public void A_due_time_is_six_in_the_evening_in_summer_and_in_winter() => Assert.Multiple(() =>
    {
        // The clocks of Brussels change on 30 March 2031.
        Assert.That(Brussels().AddWorkingDays(Utc(2031, 3, 26, 10), 1), Is.EqualTo(Utc(2031, 3, 27, 17)));
        Assert.That(Brussels().AddWorkingDays(Utc(2031, 3, 27, 10), 2), Is.EqualTo(Utc(2031, 3, 31, 16)));
    });

    [Test]
    public void The_start_day_is_the_local_day()
    {
        // 23:30 UTC on Monday is already Tuesday in Brussels.
        Assert.That(Brussels().AddWorkingDays(Utc(2031, 6, 2, 23), 1), Is.EqualTo(Utc(2031, 6, 4, 16)));
    }

    [Test]
    public void Friday_is_not_worked_in_Algiers_and_Sunday_is()
    {
        var algiers = Calendar("DZ", "Africa/Algiers", [DayOfWeek.Friday, DayOfWeek.Saturday]);

        // 5 June 2031 is a Thursday.
        Assert.That(algiers.AddWorkingDays(Utc(2031, 6, 5, 10), 1), Is.EqualTo(Utc(2031, 6, 8, 17)));
    }

    [Test]
    public void Two_office_hours_asked_on_a_friday_evening_end_on_monday_morning()
    {
        // Friday 6 June 2031, 17:30 in Brussels: half an hour that day, the rest from 09:00 on.
        Assert.That(Brussels().AddOfficeHours(new DateTime(2031, 6, 6, 15, 30, 0, DateTimeKind.Utc), TimeSpan.FromHours(2)),
            Is.EqualTo(new DateTime(2031, 6, 9, 8, 30, 0, DateTimeKind.Utc)));
    }

    [Test]
    public void Office_hours_asked_in_the_night_start_when_the_office_opens() =>
        Assert.That(Dakar().AddOfficeHours(Utc(2031, 6, 8, 2), TimeSpan.FromHours(3)), Is.EqualTo(Utc(2031, 6, 9, 12)));

    [Test]
    public void Elapsed_hours_pass_at_night_and_on_week_ends() =>
        Assert.That(Dakar(LabourDay).DueAt(Utc(2031, 5, 1, 22), new Limit(48, LimitUnit.Hours)), Is.EqualTo(Utc(2031, 5, 3, 22)));

    [Test]
    public void Six_months_from_the_end_of_august_end_on_the_last_day_of_february() =>
        Assert.That(Dakar().DueAt(Utc(2031, 8, 31, 10), new Limit(6, LimitUnit.Months)), Is.EqualTo(Utc(2032, 2, 29, 18)));

    [Test]
    public void A_reminder_a_working_day_before_a_monday_goes_out_on_friday_morning() =>
        Assert.That(Dakar().FireAt(Utc(2031, 6, 9, 18), -1, LimitUnit.WorkingDays), Is.EqualTo(Utc(2031, 6, 6, 9)));

    [Test]
    public void A_pause_over_two_working_days_moves_the_due_time_by_two_working_days()
    {
        // Due Thursday 5 June; paused from Monday to Wednesday: due Monday 9 June.
        var moved = Dakar().MoveForPause(Utc(2031, 6, 5, 18), LimitUnit.WorkingDays, Utc(2031, 6, 2, 9), Utc(2031, 6, 4, 9));
        Assert.That(moved, Is.EqualTo(Utc(2031, 6, 9, 18)));
    }

    [TestCase(2024, "2024-03-31")]
    [TestCase(2025, "2025-04-20")]
    [TestCase(2026, "2026-04-05")]
    [TestCase(2031, "2031-04-13")]
    [TestCase(2038, "2038-04-25")]
    [TestCase(2049, "2049-04-18")]
    [TestCase(2076, "2076-04-19")]
    public void Easter_falls_where_the_almanac_says(int year, string day) =>
        Assert.That(HolidayRule.EasterSunday(year), Is.EqualTo(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void Easter_equals_the_anonymous_gregorian_computus_for_five_centuries() =>
        Assert.That(Enumerable.Range(1700, 500).Select(HolidayRule.EasterSunday), Is.EqualTo(Enumerable.Range(1700, 500).Select(Computus)));

    [TestCase("")]
    [TestCase("13-01")]
    [TestCase("02-30")]
    [TestCase("easter")]
    [TestCase("easter+1000")]
    [TestCase("2031-02-29")]
    [TestCase("first Monday of May")]
    public void A_rule_in_no_known_form_is_refused(string text) => Assert.That(HolidayRule.TryParse(text), Is.Null);

    [Test]
    public void A_feast_entered_for_one_day_closes_that_day_only()
    {
        var calendar = Dakar(new CalendarHoliday(HolidayRule.Parse("2031-03-05"), "Feast", "Fête"));
        Assert.That(new[] { 2030, 2031, 2032 }.Select(year => calendar.WhyClosed(new DateOnly(year, 3, 5))?.Holiday?.Name("fr")), Is.EqualTo(new[] { null, "Fête", null }));
    }

    [Test]
    public void A_calendar_without_a_working_day_is_refused() =>
        Assert.Throws<ArgumentException>(() => Calendar("XX", "Africa/Dakar", Enum.GetValues<DayOfWeek>()));

    [Test]
    public void A_calendar_closed_all_year_says_so_instead_of_searching_for_ever()
    {
        var everyDay = Enumerable.Range(0, 366).Select(offset => new DateOnly(2032, 1, 1).AddDays(offset))
            .Select(day => new CalendarHoliday(new HolidayRule.EveryYear(day.Month, day.Day), "Closed", "Fermé"));
        Assert.Throws<InvalidOperationException>(() => Dakar([.. everyDay]).AddWorkingDays(Utc(2031, 1, 1, 9), 1));
    }

    [TestCase(0)]
    [TestCase(-3)]
    [TestCase(4001)]
    public void A_limit_of_no_length_or_of_many_years_is_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Dakar().AddWorkingDays(Utc(2031, 1, 1, 9), days));

    [Test]
    public void A_local_time_taken_for_an_instant_is_refused() =>
        Assert.Throws<ArgumentException>(() => Dakar().AddWorkingDays(new DateTime(2031, 1, 1, 9, 0, 0, DateTimeKind.Unspecified), 1));

    private static WorkingCalendar Calendar(string key, string zone, DayOfWeek[] weekend, params CalendarHoliday[] holidays) =>
        new(key, TimeZoneInfo.FindSystemTimeZoneById(zone), weekend, holidays, new TimeOnly(9, 0), new TimeOnly(18, 0));

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    private static DateOnly[] Days(params string[] days) => [.. days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd"))];

    // Meeus, Jones and Butcher, as printed in the almanacs: another algorithm than the product's.
    private static DateOnly Computus(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }
}
