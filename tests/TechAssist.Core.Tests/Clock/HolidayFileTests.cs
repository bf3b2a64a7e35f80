using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

[TestFixture]
public sealed class HolidayFileTests
{
    private static readonly DateTime Written = new(2031, 1, 2, 9, 0, 0, DateTimeKind.Utc);

    private static readonly WorkingCalendar Dakar = new(
        "SN", TimeZoneInfo.FindSystemTimeZoneById("Africa/Dakar"), [DayOfWeek.Saturday, DayOfWeek.Sunday],
        [
            new CalendarHoliday(HolidayRule.Parse("04-04"), "National Day", "Fête nationale") { Code = "SN:national-day" },
            new CalendarHoliday(HolidayRule.Parse("hijri 10-01"), "End of Ramadan", "Fin du ramadan, à l’aube; Korité") { Code = "SN:korite", IsConfirmed = false },
            new CalendarHoliday(HolidayRule.Parse("2031-06-07"), "Worked", "Travaillé") { IsWorked = true },
        ],
        new TimeOnly(9, 0), new TimeOnly(18, 0));

    [Test]
    public void What_was_written_reads_back_with_its_accents() => Assert.That(
        HolidayFile.Read(HolidayFile.Write(Dakar, "Sénégal", 2031, 2, "fr", Written), 2031),
        Is.EqualTo(new[] { new FileDay(new DateOnly(2031, 1, 24), "Fin du ramadan, à l’aube; Korité", IsTentative: true), new FileDay(new DateOnly(2031, 4, 4), "Fête nationale") }));

    [Test]
    public void A_day_not_known_for_certain_is_tentative()
    {
        var text = HolidayFile.Write(Dakar, "Senegal", 2031, 1, "en", Written);
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("STATUS:TENTATIVE").And.Contain("STATUS:CONFIRMED").And.Contain("DTSTART;VALUE=DATE:20310404"));
            Assert.That(text, Does.Contain("UID:SN-20310404-SN:national-day@techassist"), "the same day has the same name at every export");
            Assert.That(text, Does.Not.Contain("Worked"));
        });
    }

    [Test]
    public void Several_days_recurring_days_and_those_of_other_years_are_told_apart()
    {
        const string Text = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//x//y//EN
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20310102
            DTEND;VALUE=DATE:20310104
            SUMMARY:Two days
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART;VALUE=DATE:20200501
            RRULE:FREQ=YEARLY
            SUMMARY:Labour Day
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTART:20310303T100000Z
            DTEND:20310303T110000Z
            SUMMARY:A meeting
            END:VEVENT
            BEGIN:VEVENT
            UID:5
            DTSTART;VALUE=DATE:20310606
            STATUS:CANCELLED
            SUMMARY:Called off
            END:VEVENT
            BEGIN:VEVENT
            UID:4
            DTSTART;VALUE=DATE:20321225
            SUMMARY:Another year
            END:VEVENT
            END:VCALENDAR
            """;
        Assert.That(HolidayFile.Read(Text, 2031), Is.EqualTo(new[]
        {
            new FileDay(new DateOnly(2031, 1, 2), "Two days"), new FileDay(new DateOnly(2031, 1, 3), "Two days"), new FileDay(new DateOnly(2031, 5, 1), "Labour Day"),
        }));
    }

    [TestCase("")]
    [TestCase("<html>Not found</html>")]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:nonsense\nEND:VEVENT\nEND:VCALENDAR")]
    [TestCase("BEGIN:VCALENDAR\nnonsense")]
    public void What_is_no_calendar_is_refused_or_empty_and_never_fails(string text)
    {
        try
        {
            Assert.That(HolidayFile.Read(text, 2031), Is.Empty);
        }
        catch (InvalidInputException fault)
        {
            Assert.That(fault.Errors.Single().Code, Is.EqualTo("not-a-calendar"));
        }
    }

    [Test]
    public void A_file_that_recurs_for_ever_is_cut_off()
    {
        const string Text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20000101\nRRULE:FREQ=DAILY\nSUMMARY:Daily\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20000101\nRRULE:FREQ=DAILY\nSUMMARY:Again\nEND:VEVENT\nEND:VCALENDAR";
        var refused = Assert.Throws<InvalidInputException>(() => HolidayFile.Read(Text, 2031));
        Assert.That(refused!.Errors.Single().Code, Is.EqualTo("too-many-days"));
    }
}
