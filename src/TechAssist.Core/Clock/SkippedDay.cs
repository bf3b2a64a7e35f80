namespace TechAssist.Core.Clock;

public enum ClosedReason
{
    Weekend,
    Holiday,
}

/// <summary>A day that did not count, and why. <paramref name="Holiday"/> is set when the reason is a holiday.</summary>
public sealed record SkippedDay(DateOnly On, ClosedReason Reason, CalendarHoliday? Holiday);
