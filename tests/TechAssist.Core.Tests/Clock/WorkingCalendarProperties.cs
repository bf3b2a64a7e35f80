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
    public bool The_explanation_agrees_with_the_due_time_and_names_every_day(WorkingCalendar calendar, DateTime start, PositiveInt days)
    {
        var explanation = calendar.ExplainDue(start, Bounded(days));
        var named = explanation.Counted.Concat(explanation.Skipped.Select(skipped => skipped.On)).Order().ToList();
        var span = explanation.DueOn.DayNumber - explanation.StartOn.DayNumber;
        return explanation.DueAt == calendar.AddWorkingDays(start, Bounded(days))
            && explanation.Counted.Count == Bounded(days)
            && explanation.Counted.All(calendar.IsWorkingDay)
            && explanation.Skipped.All(skipped => calendar.WhyClosed(skipped.On) == skipped)
            && named.SequenceEqual(Enumerable.Range(1, span).Select(explanation.StartOn.AddDays));
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

    private static int Bounded(PositiveInt amount) => 1 + amount.Get % 60;
}
