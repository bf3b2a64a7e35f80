namespace TechAssist.Core.Clock;

/// <summary>A public holiday of one calendar, with its name in both languages.</summary>
public sealed record CalendarHoliday(HolidayRule Rule, string NameEn, string NameFr)
{
    /// <summary>By which a correction names it.</summary>
    public string? Code { get; init; }

    /// <summary>False where the day is not known for certain: shown so wherever the day is.</summary>
    public bool IsConfirmed { get; init; } = true;

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>Not a holiday but the opposite: a day that is worked although the calendar would be closed.</summary>
    public bool IsWorked { get; init; }

    /// <summary>The code of the holiday whose computed day this one takes the place of, where both lie within
    /// <see cref="CorrectionReach"/> days.</summary>
    public string? Corrects { get; init; }

    /// <summary>How far, in days, an announced feast may lie from the computed one.</summary>
    public const int CorrectionReach = 15;

    public string Name(string language) => language == "fr" ? NameFr : NameEn;

    public bool HoldsOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);
}
