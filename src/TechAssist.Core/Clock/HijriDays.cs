using System.Globalization;

namespace TechAssist.Core.Clock;

/// <summary>Hijri dates by the Umm al-Qura calendar, as Gregorian days.</summary>
internal static class HijriDays
{
    private static readonly UmAlQuraCalendar Calendar = new();

    /// <summary>The days of a Gregorian year with that Hijri month and day: one, two or none. None outside the calendar's range
    /// (1900 to 2077).</summary>
    public static IEnumerable<DateOnly> In(int year, int month, int day)
    {
        if (year <= Calendar.MinSupportedDateTime.Year || year >= Calendar.MaxSupportedDateTime.Year)
        {
            yield break;
        }

        var first = Calendar.GetYear(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        for (var hijriYear = first; hijriYear <= first + 1; hijriYear++)
        {
            if (day <= Calendar.GetDaysInMonth(hijriYear, month)
                && DateOnly.FromDateTime(Calendar.ToDateTime(hijriYear, month, day, 0, 0, 0, 0)) is var on && on.Year == year)
            {
                yield return on;
            }
        }
    }
}
