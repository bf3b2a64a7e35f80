using System.Globalization;

namespace TechAssist.Core.Clock;

/// <summary>
/// Holiday rules as people write them. <c>MM-DD</c>: every year. <c>easter+N</c>, <c>easter-N</c>, <c>orthodox+N</c>: days from
/// Easter Sunday. <c>hijri MM-DD</c>: Hijri month and day. <c>mon&gt;=MM-DD</c>: the first Monday on or after that day.
/// <c>yyyy-MM-dd</c>: one day. Behind a rule, <c>also sat+2,sun+1</c> adds a day where it falls on those days of the week, and
/// <c>move sun-1</c> moves it.
/// </summary>
internal static class HolidayRuleText
{
    /// <summary>More days from Easter than this are a slip of the pen.</summary>
    private const int FarthestFromEaster = 100;

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static HolidayRule? Read(string? text) => text?.Split(' ') switch
    {
        ["hijri", var date] => Hijri(date),
        ["hijri", var date, var how, var shifts] => Shifted(Hijri(date), how, shifts),
        [var plain] => Plain(plain),
        [var plain, var how, var shifts] => Shifted(Plain(plain), how, shifts),
        _ => null,
    };

    public static string Write(HolidayRule rule) => rule switch
    {
        HolidayRule.EveryYear every => Date(every.Month, every.Day),
        HolidayRule.FromEaster from => "easter" + Signed(from.Days),
        HolidayRule.FromOrthodoxEaster from => "orthodox" + Signed(from.Days),
        HolidayRule.EveryHijriYear hijri => "hijri " + Date(hijri.Month, hijri.Day),
        HolidayRule.FirstWeekday first => $"{Days[(int)first.DayOfWeek]}>={Date(first.Month, first.Day)}",
        HolidayRule.Once once => once.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        HolidayRule.Shifted shifted => $"{Write(shifted.Rule)} {(shifted.Moves ? "move" : "also")} "
            + string.Join(',', shifted.Shifts.Select(shift => Days[(int)shift.On] + Signed(shift.Days))),
        _ => throw new InvalidOperationException("Unknown holiday rule"),
    };

    private static HolidayRule? Plain(string text) => text switch
    {
        _ when text.StartsWith("easter", StringComparison.Ordinal) => Offset(text["easter".Length..]) is { } days ? new HolidayRule.FromEaster(days) : null,
        _ when text.StartsWith("orthodox", StringComparison.Ordinal) => Offset(text["orthodox".Length..]) is { } days ? new HolidayRule.FromOrthodoxEaster(days) : null,
        _ when text.Length > 5 && text[3..5] == ">=" => DayOf(text[..3]) is { } first && YearDay(text[5..]) is var (month, day) && (month, day) != (2, 29)
            ? new HolidayRule.FirstWeekday(first, month, day) : null,
        _ when YearDay(text) is var (month, day) => new HolidayRule.EveryYear(month, day),
        _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var once) ? new HolidayRule.Once(once) : null,
    };

    private static HolidayRule.EveryHijriYear? Hijri(string text) =>
        text.Length == 5 && text[2] == '-' && Number(text[..2]) is >= 1 and <= 12 and var month && Number(text[3..]) is >= 1 and <= 30 and var day
            ? new HolidayRule.EveryHijriYear(month, day) : null;

    private static HolidayRule.Shifted? Shifted(HolidayRule? rule, string how, string text)
    {
        var shifts = text.Split(',').Select(Shift).ToList();
        return rule is not null && how is "also" or "move" && rule is not null && !shifts.Contains(null) && shifts.DistinctBy(shift => shift!.Value.On).Count() == shifts.Count
            ? new HolidayRule.Shifted(rule, how == "move", [.. shifts.Select(shift => shift!.Value)])
            : null;
    }

    private static (DayOfWeek On, int Days)? Shift(string text) =>
        text.Length == 5 && DayOf(text[..3]) is { } on && Offset(text[3..]) is >= -6 and <= 6 and not 0 and var days ? (on, days) : null;

    private static DayOfWeek? DayOf(string text) => Array.IndexOf(Days, text) is >= 0 and var index ? (DayOfWeek)index : null;

    // The leap year 2000 lets 29 February through.
    private static (int Month, int Day)? YearDay(string text) =>
        text.Length == 5 && DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day.Month, day.Day) : null;

    private static int? Offset(string text) =>
        text.Length > 1 && text[0] is '+' or '-' && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
            && Math.Abs(days) <= FarthestFromEaster ? days : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Date(int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{month:00}-{day:00}");

    private static string Signed(int number) => number.ToString("+0;-0;+0", CultureInfo.InvariantCulture);
}
