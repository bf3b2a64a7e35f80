using FsCheck.Fluent;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Tests.Clock;

/// <summary>The product's clock against the pencil: a hundred thousand limits in random calendars.</summary>
[TestFixture]
public sealed class NaiveCalendarTests
{
    private const int Calendars = 1_000;
    private const int CasesEach = 100;

    private static readonly string[] Zones = ["Africa/Dakar", "Europe/Brussels", "Africa/Casablanca", "Africa/Cairo", "Asia/Nicosia", "Europe/Lisbon", "Africa/Algiers", "Africa/Tripoli"];

    private static readonly DayOfWeek[][] Weekends = [[DayOfWeek.Saturday, DayOfWeek.Sunday], [DayOfWeek.Friday, DayOfWeek.Saturday], [DayOfWeek.Sunday], []];

    [Test]
    public void A_hundred_thousand_due_times_are_those_counted_day_by_day()
    {
        var random = new Random(20261123);
        var differences = new List<string>();
        var count = 0;
        for (var number = 0; number < Calendars && differences.Count < 5; number++)
        {
            var holidays = SomeCalendar.Holidays().Sample(12, number).ToList();
            WorkingWeek[] exceptions = number % 3 == 0 ? [.. SomeCalendar.Weeks().Sample(2, number)] : [];
            var (zone, weekend, closes) = (TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]), Weekends[random.Next(Weekends.Length)], new TimeOnly(random.Next(15, 20), 0));
            var product = new WorkingCalendar("test", zone, weekend, holidays, new TimeOnly(9, 0), closes, exceptions);
            var pencil = new NaiveCalendar(zone, [new WorkingWeek(weekend, new TimeOnly(9, 0), closes), .. exceptions], holidays, closes);
            for (var i = 0; i < CasesEach; i++, count++)
            {
                var start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(20 * 365 * 24 * 60));
                var limit = new Limit(random.Next(1, 40), (LimitUnit)random.Next(5));
                if (product.DueAt(start, limit) != pencil.DueAt(start, limit))
                {
                    differences.Add($"{zone.Id} {start:O} {limit}: {product.DueAt(start, limit):O}, by hand {pencil.DueAt(start, limit):O}");
                }
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(differences, Is.Empty);
            Assert.That(count, Is.EqualTo(Calendars * CasesEach));
        });
    }
}
