namespace TechAssist.Core.Notifications;

/// <summary>How firm days in a reader's calendar are.</summary>
public enum HoldState
{
    /// <summary>Asked, not promised.</summary>
    Tentative,

    Confirmed,

    /// <summary>Free again.</summary>
    Cancelled,
}

/// <summary>Whole days that a mail lays into its reader's calendar, or takes out again.</summary>
/// <param name="Id">Always the same for the same days of the same reader: the later mail changes the entry of the earlier one.</param>
/// <param name="LastOn">Included.</param>
public sealed record CalendarHold(Guid Id, HoldState State, DateOnly FirstOn, DateOnly LastOn);
