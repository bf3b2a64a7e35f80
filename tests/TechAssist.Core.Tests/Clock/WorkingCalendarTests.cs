using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

[TestFixture]
public sealed class WorkingCalendarTests
{
    private static readonly CalendarHoliday LabourDay = new(HolidayRule.Parse("05-01"), "Labour Day", "Fête du travail");

    private static WorkingCalendar Dakar(params CalendarHoliday[] holidays) => Calendar("SN", "Africa/Dakar", [DayOfWeek.Saturday, DayOfWeek.Sunday], holidays);

    private static WorkingCalendar Brussels(params CalendarHoliday[] holidays) => Calendar("secretariat", "Europe/Brussels", [DayOfWeek.Saturday, DayOfWeek.Sunday], holidays);

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
    public void Somebodys_own_week_replaces_the_free_days_and_the_hours_and_keeps_the_holidays()
    {
        var own = Dakar(LabourDay).WithWeek([DayOfWeek.Wednesday, DayOfWeek.Sunday], new TimeOnly(7, 0), new TimeOnly(12, 0));
        Assert.Multiple(() =>
        {
            // 29 April 2031 is a Tuesday: Wednesday is free, Thursday is the holiday, Saturday is worked.
            Assert.That(own.AddWorkingDays(Utc(2031, 4, 29, 10), 2), Is.EqualTo(Utc(2031, 5, 3, 18)));
            Assert.That(own.AddOfficeHours(Utc(2031, 4, 29, 11), TimeSpan.FromHours(2)), Is.EqualTo(Utc(2031, 5, 2, 8)));
        });
    }

    [Test]
    public void Hours_that_contradict_the_countrys_are_not_taken_and_no_day_is_not_every_day() =>
        Assert.That(Dakar().WithWeek([], new TimeOnly(19, 0), null).WeekOf(new DateOnly(2031, 4, 29)), Is.EqualTo(Dakar().WeekOf(new DateOnly(2031, 4, 29))).Using<WorkingWeek>(
            (one, other) => one.OpensAt == other.OpensAt && one.ClosesAt == other.ClosesAt && one.Weekend.SequenceEqual(other.Weekend)));

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

    [Test]
    public void A_feast_entered_for_one_day_closes_that_day_only()
    {
        var calendar = Dakar(new CalendarHoliday(HolidayRule.Parse("2031-03-05"), "Feast", "Fête"));
        Assert.That(new[] { 2030, 2031, 2032 }.Select(year => calendar.WhyClosed(new DateOnly(year, 3, 5))?.Holiday?.Name("fr")), Is.EqualTo(new[] { null, "Fête", null }));
    }

    [Test]
    public void A_corrected_feast_closes_the_announced_day_and_not_the_computed_one()
    {
        var computed = new CalendarHoliday(HolidayRule.Parse("hijri 10-01"), "Eid al-Fitr", "Aïd el-Fitr") { Code = "SN-eid", IsConfirmed = false };
        var announced = new CalendarHoliday(HolidayRule.Parse("2027-03-10"), "Eid al-Fitr", "Aïd el-Fitr") { Corrects = "SN-eid" };
        var plain = Dakar(computed).HolidaysOf(2027).Select(day => day.On);
        var calendar = Dakar(computed, announced);
        Assert.Multiple(() =>
        {
            Assert.That(plain, Is.EqualTo(new[] { new DateOnly(2027, 3, 9) }));
            Assert.That(calendar.HolidaysOf(2027), Is.EqualTo(new[] { (new DateOnly(2027, 3, 10), announced) }));
            Assert.That(calendar.HolidaysOf(2028).Single().Holiday, Is.EqualTo(computed), "another year is computed as before");
        });
    }

    [Test]
    public void A_holiday_holds_from_its_first_day_to_its_last()
    {
        var calendar = Dakar(LabourDay with { ValidFrom = new DateOnly(2031, 1, 1), ValidTo = new DateOnly(2032, 12, 31) });
        Assert.That(Enumerable.Range(2030, 4).Select(year => calendar.WhyClosed(new DateOnly(year, 5, 1)) is { Reason: ClosedReason.Holiday }), Is.EqualTo(new[] { false, true, false, false }), "1 May 2032 is a Saturday");
    }

    [Test]
    public void A_saturday_announced_as_worked_counts()
    {
        var worked = new CalendarHoliday(HolidayRule.Parse("2031-06-07"), "Worked for Friday", "Travaillé pour vendredi") { IsWorked = true };
        Assert.That(Dakar(worked).AddWorkingDays(Utc(2031, 6, 6, 10), 1), Is.EqualTo(Utc(2031, 6, 7, 18)));
    }

    [Test]
    public void A_country_that_changes_its_week_end_counts_the_old_one_before_and_the_new_one_after()
    {
        // Until the end of May 2031 Friday and Saturday, from June on Saturday and Sunday. 30 May is a Friday.
        var calendar = new WorkingCalendar("XX", TimeZoneInfo.FindSystemTimeZoneById("Africa/Algiers"), [DayOfWeek.Saturday, DayOfWeek.Sunday], [], new TimeOnly(9, 0), new TimeOnly(18, 0),
            [new WorkingWeek([DayOfWeek.Friday, DayOfWeek.Saturday], new TimeOnly(8, 0), new TimeOnly(16, 0), null, new DateOnly(2031, 5, 31))]);
        Assert.Multiple(() =>
        {
            Assert.That(new[] { 25, 30, 31 }.Select(day => calendar.IsWorkingDay(new DateOnly(2031, 5, day))), Is.EqualTo(new[] { true, false, false }));
            Assert.That(new[] { 1, 6, 7 }.Select(day => calendar.IsWorkingDay(new DateOnly(2031, 6, day))), Is.EqualTo(new[] { false, true, false }));
            Assert.That(calendar.AddOfficeHours(Utc(2031, 5, 28, 14), TimeSpan.FromHours(2)), Is.EqualTo(Utc(2031, 5, 29, 8)), "the office closed at four");
        });
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
}
