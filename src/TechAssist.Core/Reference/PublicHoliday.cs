using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Reference;

public sealed record PublicHolidayInput : NamedInput
{
    /// <summary>"MM-DD", "easter+N" or "yyyy-MM-dd".</summary>
    [Required, StringLength(12)]
    public string Rule { get; init; } = "";

    /// <summary>"secretariat" or countries' two letters.</summary>
    [Required, MinLength(1), MaxLength(30)]
    public IReadOnlyList<string> Calendars { get; init; } = [];
}

/// <summary>A day on which one or more calendars are closed. Feasts announced each year are rows of one day.</summary>
public sealed class PublicHoliday : NamedRow, IReferenceRow<PublicHoliday, PublicHolidayInput>
{
    private PublicHoliday()
    {
    }

    /// <summary>As <see cref="HolidayRule"/> reads it.</summary>
    public string Rule { get; private set; } = "";

    public IReadOnlyList<string> Calendars { get; private set; } = [];

    public static PublicHoliday From(PublicHolidayInput input)
    {
        var holiday = new PublicHoliday();
        holiday.Take(input);
        return holiday;
    }

    public static IEnumerable<FieldError> Faults(PublicHolidayInput input, ReferenceSnapshot others)
    {
        if (HolidayRule.TryParse(input.Rule) is null)
        {
            yield return new FieldError("rule", "not-a-holiday-rule");
        }

        if (input.Calendars.Any(key => key != CalendarCatalog.SecretariatKey && others.Country(key) is null))
        {
            yield return new FieldError("calendars", "unknown-code");
        }
    }

    public void Take(PublicHolidayInput input)
    {
        TakeNamed(input);
        Rule = input.Rule;
        Calendars = [.. input.Calendars];
    }
}
