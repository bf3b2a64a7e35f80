using System.Diagnostics;
using TechAssist.Core.Clock;
using TechAssist.Core.Reference;

namespace TechAssist.Bench.Figures;

/// <summary>Ten million due times: the calendars of the secretariat and every state as they come with the product, starts over four
/// years at any minute, seven in ten limits in working days, the others in office hours, hours, days and months.</summary>
internal sealed record ClockFigure() : Figure("clock", "s", 10)
{
    private const int Count = 10_000_000;
    private const int Rounds = 3;

    public override Measurement Measure()
    {
        var rows = ReferenceRows.FromFiles();
        var catalog = new CalendarCatalog(new SecretariatOffice(), rows);
        WorkingCalendar[] calendars = [catalog.Secretariat, .. rows.Countries.Select(country => catalog.Country(country.Code))];
        var cases = Cases(new Random(1));
        Play(calendars, cases, Count / 100);
        return Measurement.Best([.. Enumerable.Range(0, Rounds).Select(_ => Play(calendars, cases, Count).TotalSeconds)]);
    }

    private static TimeSpan Play(WorkingCalendar[] calendars, (DateTime Start, Limit Limit)[] cases, int count)
    {
        var begun = Stopwatch.GetTimestamp();
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            var (start, limit) = cases[i % cases.Length];
            sum += calendars[i % calendars.Length].DueAt(start, limit).Ticks & 0xFF;
        }

        return sum >= 0 ? Stopwatch.GetElapsedTime(begun) : throw new InvalidOperationException("The clock was not asked.");
    }

    private static (DateTime Start, Limit Limit)[] Cases(Random random) =>
    [
        .. Enumerable.Range(0, 99_991).Select(_ => (
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(4 * 365 * 24 * 60)),
            random.Next(10) switch
            {
                < 7 => new Limit(random.Next(1, 21), LimitUnit.WorkingDays),
                7 => new Limit(random.Next(1, 9), LimitUnit.OfficeHours),
                8 => new Limit(random.Next(1, 49), LimitUnit.Hours),
                _ => random.Next(2) == 0 ? new Limit(random.Next(1, 91), LimitUnit.Days) : new Limit(random.Next(1, 13), LimitUnit.Months),
            })),
    ];
}
