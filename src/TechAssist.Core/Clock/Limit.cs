namespace TechAssist.Core.Clock;

/// <summary>The units a step's limit, a reminder or an escalation is written in.</summary>
public enum LimitUnit
{
    WorkingDays,
    OfficeHours,

    /// <summary>Elapsed hours, day and night.</summary>
    Hours,

    /// <summary>Calendar days, ending at the closing hour of the last one.</summary>
    Days,

    /// <summary>Calendar months, ending at the closing hour of the same day of the month (or its last day).</summary>
    Months,
}

/// <summary>An amount of time as a definition writes it: five working days, two office hours.</summary>
public sealed record Limit(int Amount, LimitUnit Unit);
