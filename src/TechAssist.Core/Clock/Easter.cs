using System.Globalization;

namespace TechAssist.Core.Clock;

/// <summary>Easter Sunday as Gregorian dates.</summary>
public static class Easter
{
    private static readonly JulianCalendar Julian = new();

    /// <summary>Easter of the Gregorian calendar, by the integer algorithm of Oudin (1940).</summary>
    public static DateOnly Western(int year)
    {
        var century = year / 100;
        var golden = year % 19;
        var correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        var moon = correction - correction / 28 * (1 - 29 / (correction + 1) * ((21 - golden) / 11));
        var (month, day) = Sunday(moon, (year + year / 4 + moon + 2 - century + century / 4) % 7);
        return new DateOnly(year, month, day);
    }

    /// <summary>Easter of the Julian calendar, which the Orthodox churches keep, by the older form of the same algorithm.</summary>
    public static DateOnly Orthodox(int year)
    {
        var moon = (19 * (year % 19) + 15) % 30;
        var (month, day) = Sunday(moon, (year + year / 4 + moon) % 7);
        return DateOnly.FromDateTime(Julian.ToDateTime(year, month, day, 0, 0, 0, 0));
    }

    private static (int Month, int Day) Sunday(int moon, int weekday)
    {
        var month = 3 + (moon - weekday + 40) / 44;
        return (month, moon - weekday + 28 - 31 * (month / 4));
    }
}
