using TechAssist.Core.Clock;

namespace TechAssist.Core.Notifications;

/// <summary>When somebody may be written to: from 07:00 to 19:00 where they are, on the days they work. Instants are UTC.</summary>
public static class ReadingHours
{
    public static readonly TimeOnly From = new(7, 0);

    public static readonly TimeOnly Until = new(19, 0);

    /// <summary>The first instant that is one, from now on.</summary>
    public static DateTime Next(WorkingCalendar calendar, DateTime now)
    {
        var day = calendar.LocalDay(now);
        if (!calendar.IsWorkingDay(day) || now >= calendar.ToUtc(day, Until))
        {
            return Morning(calendar, now);
        }

        var opens = calendar.ToUtc(day, From);
        return now < opens ? opens : now;
    }

    /// <summary>The start of the next working day after that of <paramref name="instant"/>.</summary>
    public static DateTime Morning(WorkingCalendar calendar, DateTime instant) =>
        calendar.ToUtc(calendar.MoveWorkingDays(calendar.LocalDay(instant), 1), From);
}
