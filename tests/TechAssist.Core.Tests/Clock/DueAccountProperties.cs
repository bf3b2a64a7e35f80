using FsCheck;
using TechAssist.Core.Clock;
using HoldsAttribute = FsCheck.NUnit.PropertyAttribute;

namespace TechAssist.Core.Tests.Clock;

#pragma warning disable NUnit1027 // FsCheck supplies the arguments

[TestFixture]
public sealed class DueAccountProperties
{
    private static readonly Actor Awa = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), "Awa Ndiaye", "fr", []);

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool An_account_names_every_day_between_start_and_due_once(WorkingCalendar calendar, DateTime start, PositiveInt days)
    {
        var account = DueAccount.Of(calendar, start, new Limit(Bounded(days), LimitUnit.WorkingDays));
        var (from, to) = (calendar.LocalDay(start), calendar.LocalDay(account.DueAt));
        return account.DueAt == calendar.AddWorkingDays(start, Bounded(days))
            && account.Lines.Single().Skipped.All(day => !calendar.IsWorkingDay(day.On) && from < day.On && day.On < to)
            && to.DayNumber - from.DayNumber - account.Lines.Single().Skipped.Count == Bounded(days);
    }

    /// <summary>To pause and go on is as if what was left of the limit had been given at the moment the clock went on.</summary>
    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 500)]
    public bool A_pause_leaves_what_was_left_of_the_working_days(WorkingCalendar calendar, DateTime start, PositiveInt days, PositiveInt before, PositiveInt hours)
    {
        var account = DueAccount.Of(calendar, start, new Limit(Bounded(days), LimitUnit.WorkingDays));
        var paused = Within(start, account.DueAt, before);
        var resumed = paused.AddHours(hours.Get % 3000);
        var left = Bounded(days) - calendar.WorkingDaysBetween(start, paused);
        var moved = account.Paused(calendar, paused, resumed, PauseCause.Hold).DueAt;
        return left == 0 || calendar.WorkingDaysBetween(paused, resumed) == 0
            ? moved >= account.DueAt
            : moved == calendar.AddWorkingDays(resumed, left);
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 500)]
    public bool A_pause_leaves_what_was_left_of_the_office_hours(WorkingCalendar calendar, DateTime start, PositiveInt amount, PositiveInt before, PositiveInt hours)
    {
        var account = DueAccount.Of(calendar, start, new Limit(Bounded(amount), LimitUnit.OfficeHours));
        var paused = Within(start, account.DueAt, before);
        var resumed = paused.AddHours(hours.Get % 3000);
        var left = TimeSpan.FromHours(Bounded(amount)) - calendar.OfficeTimeBetween(start, paused);
        var moved = account.Paused(calendar, paused, resumed, PauseCause.Hold).DueAt;
        return left == TimeSpan.Zero || moved == calendar.AddOfficeHours(resumed, left);
    }

    /// <summary>Never having paused, plus the pause: the working days it took are added behind.</summary>
    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 500)]
    public bool A_pause_adds_the_working_days_it_took(WorkingCalendar calendar, DateTime start, PositiveInt days, DateTime one, DateTime other)
    {
        var (paused, resumed) = one <= other ? (one, other) : (other, one);
        var account = DueAccount.Of(calendar, start, new Limit(Bounded(days), LimitUnit.WorkingDays));
        var moved = account.Paused(calendar, paused, resumed, PauseCause.Hold);
        return calendar.WorkingDaysBetween(account.DueAt, moved.DueAt) == calendar.WorkingDaysBetween(paused, resumed)
            && moved.Lines[^1].Days == calendar.WorkingDaysBetween(paused, resumed);
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool Two_pauses_one_after_the_other_are_one(WorkingCalendar calendar, DateTime start, PositiveInt amount, LimitUnit unit, DateTime paused, PositiveInt first, PositiveInt second)
    {
        var account = DueAccount.Of(calendar, start, new Limit(Bounded(amount), unit));
        var (between, resumed) = (paused.AddHours(first.Get % 900), paused.AddHours(first.Get % 900 + second.Get % 900));
        var twice = account.Paused(calendar, paused, between, PauseCause.Hold).Paused(calendar, between, resumed, PauseCause.Suspension);
        return twice.DueAt == account.Paused(calendar, paused, resumed, PauseCause.Hold).DueAt;
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 300)]
    public bool A_calendar_that_did_not_change_counts_the_same(WorkingCalendar calendar, DateTime start, PositiveInt amount, LimitUnit unit, PositiveInt pause, PositiveInt extension)
    {
        var account = DueAccount.Of(calendar, start, new Limit(Bounded(amount), unit))
            .Paused(calendar, start.AddHours(1), start.AddHours(1 + pause.Get % 900), PauseCause.OtherSide);
        var extended = account.Extended(calendar, calendar.LocalDay(account.DueAt).AddDays(Bounded(extension)), Awa, "The file came late", start)
            .Paused(calendar, account.DueAt, account.DueAt.AddHours(pause.Get % 900), PauseCause.Hold);
        return account.CountedBy(calendar).DueAt == account.DueAt && extended.CountedBy(calendar).DueAt == extended.DueAt
            && extended.Recounted(calendar, Awa, null, start).CountedBy(calendar).DueAt == extended.DueAt;
    }

    [Holds(Arbitrary = new[] { typeof(SomeCalendar) }, MaxTest = 100)]
    public bool An_account_reads_back_from_its_json(WorkingCalendar calendar, DateTime start, PositiveInt amount, LimitUnit unit)
    {
        var account = DueAccount.Of(calendar, start, new Limit(Bounded(amount), unit)).Paused(calendar, start, start.AddDays(2), PauseCause.Hold);
        var read = CoreJson.Read<DueAccount>(CoreJson.Write(account));
        return CoreJson.Write(read) == CoreJson.Write(account) && read.DueAt == account.DueAt && read.DueAt.Kind == DateTimeKind.Utc;
    }

    private static DateTime Within(DateTime start, DateTime due, PositiveInt part) => start + (due - start) * (part.Get % 100 / 100.0);

    private static int Bounded(PositiveInt amount) => 1 + amount.Get % 60;
}
