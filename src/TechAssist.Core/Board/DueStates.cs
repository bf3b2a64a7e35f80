using TechAssist.Core.Clock;

namespace TechAssist.Core.Board;

/// <summary>Late, soon or on time: the one answer for a case on the board and for an item of a checklist.</summary>
public static class DueStates
{
    /// <summary>Working days after today that are still soon.</summary>
    private const int SoonDays = 2;

    public static DueState Of(DateTime? dueAt, DateTime now, DateTime soonAt) => dueAt switch
    {
        null => DueState.Open,
        { } at when at < now => DueState.Late,
        { } at when at <= soonAt => DueState.Soon,
        _ => DueState.OnTime,
    };

    /// <summary>Until when something is soon: the end of the next but one working day, UTC.</summary>
    public static DateTime SoonAt(WorkingCalendar calendar, DateTime now) => calendar.EndOf(calendar.MoveWorkingDays(calendar.LocalDay(now), SoonDays));

    /// <summary>Of something due on a day: until the office closes on it.</summary>
    public static DueState Of(DateOnly? dueOn, WorkingCalendar calendar, DateTime now) =>
        Of(dueOn is { } day ? calendar.EndOf(day) : null, now, SoonAt(calendar, now));
}
