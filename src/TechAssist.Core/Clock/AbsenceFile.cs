using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace TechAssist.Core.Clock;

/// <summary>Whole days of an iCalendar file, in one stretch.</summary>
/// <param name="To">Included.</param>
/// <param name="IsFree">The file says that its owner can be reached all the same: a birthday, a holiday somewhere.</param>
public sealed record FileAbsence(DateOnly From, DateOnly To, string Name, bool IsFree);

/// <summary>Somebody's absences, read from the iCalendar file (RFC 5545) of their own calendar program.</summary>
public static class AbsenceFile
{
    /// <summary>More stretches than this are no list of absences.</summary>
    public const int Most = 200;

    /// <summary>The whole-day events between two days, in order, recurring ones among them. Events of some hours, and cancelled ones, are left out.</summary>
    /// <exception cref="InvalidInputException">not-a-calendar; too-many-days.</exception>
    public static IReadOnlyList<FileAbsence> Read(string text, DateOnly from, DateOnly until)
    {
        var found = HolidayFile.Parse(text).SelectMany(file => file.Events.Where(HolidayFile.IsOfWholeDays).SelectMany(happening => In(happening, from, until)))
            .Take(Most + 1).Distinct().OrderBy(stretch => stretch.From).ThenBy(stretch => stretch.To).ThenBy(stretch => stretch.Name, StringComparer.Ordinal).ToList();
        return found.Count <= Most ? found : throw new InvalidInputException("file", "too-many-days", Most);
    }

    private static IEnumerable<FileAbsence> In(CalendarEvent happening, DateOnly from, DateOnly until)
    {
        var days = happening.End is { } end ? Math.Max(1, end.Date.DayNumber - happening.Start!.Date.DayNumber) : 1;
        var name = (happening.Summary ?? "").Trim();
        var isFree = string.Equals(happening.Transparency, "TRANSPARENT", StringComparison.OrdinalIgnoreCase);
        var first = from.AddDays(-days);
        return happening.GetOccurrences(new CalDateTime(first.Year, first.Month, first.Day))
            .Select(occurrence => occurrence.Period.StartTime.Date)
            .TakeWhile(start => start <= until)
            .Select(start => new FileAbsence(start, start.AddDays(days - 1), name, isFree))
            .Where(stretch => stretch.To >= from);
    }
}
