using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Reference;

public sealed record PublicHolidayInput : NamedInput
{
    /// <summary>When it falls, as <see cref="HolidayRule"/> reads it: "05-01", "easter+1", "hijri 10-01", "2031-03-05".</summary>
    [Required, StringLength(60)]
    public string Rule { get; init; } = "";

    /// <summary>"secretariat", countries' two letters, or regions by ISO 3166-2 ("DE-BY").</summary>
    [Required, MinLength(1), MaxLength(70)]
    public IReadOnlyList<string> Calendars { get; init; } = [];

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>The opposite of a holiday: a day that is worked although the calendar would be closed.</summary>
    public bool IsWorked { get; init; }

    /// <summary>The code of the holiday whose computed day this announced one replaces.</summary>
    [StringLength(CodeMost)]
    public string? Corrects { get; init; }
}

/// <summary>A day on which one or more calendars are closed. A feast that is announced each year is a computed row, corrected by rows
/// of one day.</summary>
public sealed partial class PublicHoliday : NamedRow, IReferenceRow<PublicHoliday, PublicHolidayInput>
{
    private PublicHoliday()
    {
    }

    /// <summary>As <see cref="HolidayRule"/> reads it.</summary>
    public string Rule { get; private set; } = "";

    public IReadOnlyList<string> Calendars { get; private set; } = [];

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public bool IsWorked { get; private set; }

    public string? Corrects { get; private set; }

    public static PublicHoliday From(PublicHolidayInput input)
    {
        var holiday = new PublicHoliday();
        holiday.Take(input);
        return holiday;
    }

    public static IEnumerable<FieldError> Faults(PublicHolidayInput input, ReferenceSnapshot others)
    {
        var rule = HolidayRule.TryParse(input.Rule);
        if (rule is null)
        {
            yield return new FieldError("rule", "not-a-holiday-rule");
        }

        if (input.Calendars.Any(key => !IsCalendar(key, others)))
        {
            yield return new FieldError("calendars", "unknown-code");
        }

        if (input.ValidTo < input.ValidFrom)
        {
            yield return new FieldError("validTo", "ends-before-start");
        }

        if (Blank(input.Corrects) is { } code && (rule is not HolidayRule.Once || others.Rows.Holidays.All(holiday => holiday.Code != code)))
        {
            yield return new FieldError("corrects", rule is HolidayRule.Once ? "unknown-code" : "corrects-one-day");
        }
    }

    public void Take(PublicHolidayInput input)
    {
        TakeNamed(input);
        Rule = input.Rule;
        Calendars = [.. input.Calendars];
        ValidFrom = input.ValidFrom;
        ValidTo = input.ValidTo;
        IsWorked = input.IsWorked;
        Corrects = Blank(input.Corrects);
    }

    /// <summary>As the clock takes it.</summary>
    public CalendarHoliday ToHoliday() => new(HolidayRule.Parse(Rule), NameEn, NameFr)
    {
        Code = Code,
        IsConfirmed = Certainty == Certainty.Confirmed,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        IsWorked = IsWorked,
        Corrects = Corrects,
    };

    private static bool IsCalendar(string key, ReferenceSnapshot others) =>
        key == CalendarCatalog.SecretariatKey || others.Country(key) is not null || (RegionCode().IsMatch(key) && others.Country(key[..2]) is not null);

    [GeneratedRegex("^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    private static partial Regex RegionCode();
}
