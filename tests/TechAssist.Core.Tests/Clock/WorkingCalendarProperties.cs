using FsCheck;
using TechAssist.Core.Clock;
using HoldsAttribute = FsCheck.NUnit.PropertyAttribute;

namespace TechAssist.Core.Tests.Clock;

#pragma warning disable NUnit1027 // FsCheck supplies the arguments

[TestFixture]
public sealed class WorkingCalendarProperties
{
    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool A_due_time_never_lands_on_a_closed_day(WorkingCalendar calendar, DateTime start, PositiveInt days)
    {
        var due = calendar.AddWorkingDays(start, Bounded(days));
        return calendar.IsWorkingDay(calendar.LocalDay(due))
            && TimeOnly.FromDateTime(calendar.ToLocal(due)) == calendar.ClosesAt;
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool A_due_time_equals_counting_day_by_day(WorkingCalendar calendar, DateTime start, PositiveInt days)
    {
        var day = calendar.LocalDay(start);
        for (var left = Bounded(days); left > 0;)
        {
            day = day.AddDays(1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return calendar.AddWorkingDays(start, Bounded(days)) == calendar.ToUtc(day, calendar.ClosesAt);
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool A_later_start_is_never_due_earlier(WorkingCalendar calendar, DateTime one, DateTime other, PositiveInt amount, LimitUnit unit)
    {
        var (first, second) = one <= other ? (one, other) : (other, one);
        var limit = new Limit(Bounded(amount), unit);
        return calendar.DueAt(first, limit) <= calendar.DueAt(second, limit);
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool A_longer_limit_is_due_later(WorkingCalendar calendar, DateTime start, PositiveInt amount, LimitUnit unit)
    {
        var shorter = calendar.DueAt(start, new Limit(Bounded(amount), unit));
        return start < shorter && shorter < calendar.DueAt(start, new Limit(Bounded(amount) + 1, unit));
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool Days_added_one_after_the_other_are_days_added_at_once(WorkingCalendar calendar, DateTime start, PositiveInt first, PositiveInt second) =>
        calendar.AddWorkingDays(calendar.AddWorkingDays(start, Bounded(first)), Bounded(second)) == calendar.AddWorkingDays(start, Bounded(first) + Bounded(second));

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool Office_hours_added_one_after_the_other_are_hours_added_at_once(WorkingCalendar calendar, DateTime start, PositiveInt first, PositiveInt second) =>
        calendar.AddOfficeHours(calendar.AddOfficeHours(start, Hours(first)), Hours(second)) == calendar.AddOfficeHours(start, Hours(first) + Hours(second));

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool The_local_day_is_the_one_the_time_zone_gives(WorkingCalendar calendar, DateTime instant) =>
        calendar.LocalDay(instant) == DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, calendar.Zone));

    /// <summary>Around every change of the clock and every end of a year, to the minute.</summary>
    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 100)]
    public bool The_local_day_holds_at_year_ends_and_summer_time(WorkingCalendar calendar, DateTime some)
    {
        var changes = Enumerable.Range(0, 365 * 24).Select(hour => new DateTime(some.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour))
            .Where(at => calendar.Zone.GetUtcOffset(at) != calendar.Zone.GetUtcOffset(at.AddHours(1)));
        return changes.Append(new DateTime(some.Year, 12, 31, 23, 0, 0, DateTimeKind.Utc)).All(around =>
            Enumerable.Range(-30 * 60, 60 * 60).Where(minute => minute % 7 == 0).All(minute => The_local_day_is_the_one_the_time_zone_gives(calendar, around.AddMinutes(minute))));
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool The_days_between_start_and_due_are_the_days_of_the_limit(WorkingCalendar calendar, DateTime start, PositiveInt days) =>
        calendar.WorkingDaysBetween(start, calendar.AddWorkingDays(start, Bounded(days))) == Bounded(days);

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool Going_back_as_many_working_days_returns_to_the_same_day(WorkingCalendar calendar, DateTime start, PositiveInt days)
    {
        var day = calendar.MoveWorkingDays(calendar.LocalDay(start), 1);
        return calendar.MoveWorkingDays(calendar.MoveWorkingDays(day, Bounded(days)), -Bounded(days)) == day;
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool Office_hours_given_are_office_hours_that_passed(WorkingCalendar calendar, DateTime start, PositiveInt hours)
    {
        var due = calendar.AddOfficeHours(start, TimeSpan.FromHours(Bounded(hours)));
        return calendar.OfficeTimeBetween(start, due) == TimeSpan.FromHours(Bounded(hours))
            && calendar.IsWorkingDay(calendar.LocalDay(due));
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool Office_hours_before_a_due_time_lie_before_it(WorkingCalendar calendar, DateTime due, PositiveInt hours) =>
        calendar.OfficeTimeBetween(calendar.FireAt(due, -Bounded(hours), LimitUnit.OfficeHours), due) == TimeSpan.FromHours(Bounded(hours));

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool A_pause_never_brings_a_due_time_forward(WorkingCalendar calendar, DateTime start, DateTime one, DateTime other, PositiveInt amount, LimitUnit unit)
    {
        var (paused, resumed) = one <= other ? (one, other) : (other, one);
        var due = calendar.DueAt(start, new Limit(Bounded(amount), unit));
        return calendar.MoveForPause(due, unit, paused, resumed) >= due
            && calendar.MoveForPause(due, unit, paused, paused) == due;
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool A_holiday_rule_reads_back_as_written(HolidayRule rule) => HolidayRule.Parse(rule.ToString()) == rule;

    private static TimeSpan Hours(PositiveInt amount) => TimeSpan.FromHours(Bounded(amount));

    private static int Bounded(PositiveInt amount) => 1 + amount.Get % 60;
}
