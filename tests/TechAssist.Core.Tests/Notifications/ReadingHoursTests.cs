using TechAssist.Core.Clock;
using TechAssist.Core.Notifications;

namespace TechAssist.Core.Tests.Notifications;

public sealed class ReadingHoursTests
{
    /// <summary>Friday and Saturday are the week-end; 1 April 2031, a Tuesday, is a holiday; the clock is one hour ahead of UTC.</summary>
    private static readonly WorkingCalendar Algiers = new(
        "DZ", TimeZoneInfo.FindSystemTimeZoneById("Africa/Algiers"), [DayOfWeek.Friday, DayOfWeek.Saturday],
        [new CalendarHoliday(new HolidayRule.Once(new DateOnly(2031, 4, 1)), "Holiday", "Férié")], new TimeOnly(9, 0), new TimeOnly(18, 0));

    [TestCase("2031-03-30T06:00", "2031-03-30T06:00", TestName = "At seven of the reader a mail leaves")]
    [TestCase("2031-03-30T05:59", "2031-03-30T06:00", TestName = "A minute before seven it waits a minute")]
    [TestCase("2031-03-30T17:59", "2031-03-30T17:59", TestName = "A minute before seven in the evening it leaves")]
    [TestCase("2031-03-30T18:00", "2031-03-31T06:00", TestName = "At seven in the evening it waits for the morning")]
    [TestCase("2031-03-30T23:30", "2031-03-31T06:00", TestName = "After midnight of the reader it is already the next day")]
    [TestCase("2031-03-31T20:00", "2031-04-02T06:00", TestName = "A holiday is left out")]
    [TestCase("2031-04-03T19:00", "2031-04-06T06:00", TestName = "The week-end of the reader is left out, not ours")]
    [TestCase("2031-04-05T10:00", "2031-04-06T06:00", TestName = "On a closed day nothing leaves")]
    public void Mails_leave_in_the_readers_hours(string now, string expected) =>
        Assert.That(ReadingHours.Next(Algiers, Utc(now)), Is.EqualTo(Utc(expected)));

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
