using TechAssist.Core;

namespace TechAssist.Web.Pages.Admin.Calendars;

/// <summary>Days of the week and months in the reader's language.</summary>
public static class CalendarWords
{
    /// <summary>Monday first, as everywhere in the dialogue.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Weekend(IEnumerable<DayOfWeek> days) => string.Join(", ", Week.Where(days.Contains).Select(Day));

    public static string Day(DayOfWeek day) => Languages.Culture(Languages.Current).DateTimeFormat.GetDayName(day);

    public static string ShortDay(DayOfWeek day) => Languages.Culture(Languages.Current).DateTimeFormat.GetAbbreviatedDayName(day)[..2];

    public static string Month(int month) => Languages.Culture(Languages.Current).DateTimeFormat.GetMonthName(month);

    /// <summary>The weeks of a month from Monday on; null before its first and after its last day.</summary>
    public static IEnumerable<DateOnly?[]> Weeks(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        var lead = ((int)first.DayOfWeek + 6) % 7;
        var days = Enumerable.Range(0, lead).Select(_ => (DateOnly?)null).Concat(Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(day => (DateOnly?)first.AddDays(day)));
        return days.Chunk(7).Select(week => week.Length == 7 ? week : [.. week, .. new DateOnly?[7 - week.Length]]);
    }
}
