using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IcalCalendar = Ical.Net.Calendar;

namespace TechAssist.Core.Clock;

/// <summary>A day of an iCalendar file.</summary>
/// <param name="IsTentative">The file itself does not hold it for certain.</param>
public sealed record FileDay(DateOnly On, string Name, bool IsTentative = false);

/// <summary>Holidays as iCalendar (RFC 5545): written for other programs, and read from the feeds that states and others publish.</summary>
public static class HolidayFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>More days than this in a year are no list of holidays.</summary>
    public const int MostDays = 400;

    /// <summary>The holidays of some years, one event of a whole day each. A day not known for certain is TENTATIVE.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="writtenAt">UTC; stands in every event as its time stamp.</param>
    public static string Write(WorkingCalendar calendar, string name, int firstYear, int years, string language, DateTime writtenAt)
    {
        var file = new IcalCalendar { ProductId = "-//TechAssist//Holidays//EN" };
        file.AddProperty("X-WR-CALNAME", name);
        foreach (var (on, holiday) in Enumerable.Range(firstYear, years).SelectMany(calendar.HolidaysOf).Where(day => !day.Holiday.IsWorked))
        {
            file.Events.Add(new CalendarEvent
            {
                Uid = string.Create(CultureInfo.InvariantCulture, $"{calendar.Key}-{on:yyyyMMdd}-{holiday.Code}@techassist"),
                DtStamp = new CalDateTime(writtenAt),
                Start = new CalDateTime(on),
                End = new CalDateTime(on.AddDays(1)),
                Summary = holiday.Name(language),
                Status = holiday.IsConfirmed ? "CONFIRMED" : "TENTATIVE",
                Transparency = "TRANSPARENT",
            });
        }

        return new CalendarSerializer().SerializeToString(file) ?? "";
    }

    /// <summary>The whole days of a year that a file names, in order, recurring ones among them. Events of some hours, and
    /// cancelled ones, are left out.</summary>
    /// <exception cref="InvalidInputException">not-a-calendar; too-many-days.</exception>
    public static IReadOnlyList<FileDay> Read(string text, int year)
    {
        var days = Parse(text).SelectMany(file => file.Events.Where(IsOfWholeDays).SelectMany(happening => DaysOf(happening, year)))
            .Take(MostDays + 1).Distinct().OrderBy(day => day.On).ThenBy(day => day.Name, StringComparer.Ordinal).ToList();
        return days.Count <= MostDays ? days : throw new InvalidInputException("file", "too-many-days", MostDays);
    }

    private static IEnumerable<FileDay> DaysOf(CalendarEvent happening, int year)
    {
        var length = happening.End is { } end ? Math.Max(1, end.Date.DayNumber - happening.Start!.Date.DayNumber) : 1;
        var name = (happening.Summary ?? "").Trim();
        return happening.GetOccurrences(new CalDateTime(year - 1, 12, 1))
            .Select(occurrence => occurrence.Period.StartTime.Date)
            .TakeWhile(start => start.Year <= year)
            .SelectMany(start => Enumerable.Range(0, Math.Min(length, 31)).Select(start.AddDays))
            .Where(on => on.Year == year)
            .Select(on => new FileDay(on, name, Is(happening, "TENTATIVE")));
    }

    internal static bool IsOfWholeDays(CalendarEvent happening) => happening.Start is { HasTime: false } && !Is(happening, "CANCELLED");

    private static bool Is(CalendarEvent happening, string status) => string.Equals(happening.Status, status, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="InvalidInputException">not-a-calendar.</exception>
    internal static Ical.Net.CalendarCollection Parse(string text)
    {
        try
        {
            return text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? Ical.Net.CalendarCollection.Load(text) : throw new InvalidInputException("file", "not-a-calendar");
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or System.Runtime.Serialization.SerializationException)
        {
            throw new InvalidInputException("file", "not-a-calendar");
        }
    }
}
