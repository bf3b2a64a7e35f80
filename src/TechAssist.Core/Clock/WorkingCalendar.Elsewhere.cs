namespace TechAssist.Core.Clock;

public sealed partial class WorkingCalendar
{
    /// <summary>The same days and hours by the clock of another zone.</summary>
    public WorkingCalendar In(TimeZoneInfo zone) => new(Key, zone, weeks[0].Weekend, holidays, OpensAt, ClosesAt, weeks.Skip(1));
}
