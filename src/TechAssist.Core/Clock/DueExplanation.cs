namespace TechAssist.Core.Clock;

public enum ClosedReason
{
    Weekend,
    Holiday,
}

/// <summary>A day that did not count, and why. <paramref name="Holiday"/> is set when the reason is a holiday.</summary>
public sealed record SkippedDay(DateOnly On, ClosedReason Reason, CalendarHoliday? Holiday);

/// <summary>How a due time in working days came about: what the screen says when someone asks "why that day?".</summary>
/// <param name="DueAt">UTC.</param>
/// <param name="DueOn">The day in the calendar's zone.</param>
/// <param name="TimeZoneId">IANA name of the zone the days are counted in.</param>
/// <param name="Counted">The working days of the limit, in order; the last is <paramref name="DueOn"/>.</param>
/// <param name="Skipped">The closed days in between, in order, with the reason.</param>
/// <param name="StartOn">The local day the clock started; the next day is the first that may count.</param>
public sealed record DueExplanation(
    DateTime DueAt,
    DateOnly DueOn,
    string TimeZoneId,
    DateOnly StartOn,
    IReadOnlyList<DateOnly> Counted,
    IReadOnlyList<SkippedDay> Skipped);
