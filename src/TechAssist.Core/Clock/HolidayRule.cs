using System.Globalization;

namespace TechAssist.Core.Clock;

/// <summary>
/// When a public holiday falls. Written <c>MM-DD</c> (every year), <c>easter+N</c> or <c>easter-N</c> (days from
/// Western Easter Sunday) or <c>yyyy-MM-dd</c> (that one day, for feasts that are announced each year).
/// </summary>
public abstract record HolidayRule
{
    public sealed record EveryYear(int Month, int Day) : HolidayRule;

    public sealed record FromEaster(int Days) : HolidayRule;

    public sealed record Once(DateOnly On) : HolidayRule;

    private HolidayRule()
    {
    }

    /// <summary>The day in that year; null when the rule gives none (29 February, another year's single day).</summary>
    public DateOnly? In(int year) => this switch
    {
        EveryYear { Month: 2, Day: 29 } when !DateTime.IsLeapYear(year) => null,
        EveryYear rule => new DateOnly(year, rule.Month, rule.Day),
        FromEaster rule => EasterSunday(year).AddDays(rule.Days),
        Once rule => rule.On.Year == year ? rule.On : null,
        _ => throw new InvalidOperationException("Unknown holiday rule"),
    };

    /// <exception cref="FormatException">The text is none of the three forms.</exception>
    public static HolidayRule Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' is not a holiday rule (MM-DD, easter+N or yyyy-MM-dd).");

    public static HolidayRule? TryParse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.StartsWith("easter", StringComparison.Ordinal))
        {
            var isOffset = int.TryParse(text["easter".Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days);
            return isOffset && Math.Abs(days) <= 100 ? new FromEaster(days) : null;
        }

        // The leap year 2000 lets 29 February through.
        if (text.Length == 5 && DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new EveryYear(day.Month, day.Day);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var once) ? new Once(once) : null;
    }

    public sealed override string ToString() => this switch
    {
        EveryYear rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Month:00}-{rule.Day:00}"),
        FromEaster rule => "easter" + rule.Days.ToString("+0;-0;+0", CultureInfo.InvariantCulture),
        Once rule => rule.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("Unknown holiday rule"),
    };

    /// <summary>Easter Sunday of the Gregorian calendar, by the integer algorithm of Oudin (1940).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var century = year / 100;
        var golden = year % 19;
        var correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        var moon = correction - correction / 28 * (1 - 29 / (correction + 1) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        var distance = moon - weekday;
        var month = 3 + (distance + 40) / 44;
        var day = distance + 28 - 31 * (month / 4);
        return new DateOnly(year, month, day);
    }
}
