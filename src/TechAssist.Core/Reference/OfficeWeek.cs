using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Reference;

public sealed record OfficeWeekInput : NamedInput
{
    /// <summary>"secretariat" or countries' two letters.</summary>
    [Required, MinLength(1), MaxLength(70)]
    public IReadOnlyList<string> Calendars { get; init; } = [];

    [MaxLength(6)]
    public IReadOnlyList<DayOfWeek> Weekend { get; init; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Local time.</summary>
    public TimeOnly OpensAt { get; init; } = new(9, 0);

    /// <summary>Local time. Limits in days end at the same hour everywhere, whatever stands here.</summary>
    public TimeOnly ClosesAt { get; init; } = new(18, 0);

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

/// <summary>Another week-end or other office hours of one or more calendars, for a time or for good: the hours of Ramadan, a state that
/// moves its week-end. Of several that hold on a day, the one that began last counts.</summary>
public sealed class OfficeWeek : NamedRow, IReferenceRow<OfficeWeek, OfficeWeekInput>
{
    private OfficeWeek()
    {
    }

    public IReadOnlyList<string> Calendars { get; private set; } = [];

    public IReadOnlyList<DayOfWeek> Weekend { get; private set; } = [];

    public TimeOnly OpensAt { get; private set; }

    public TimeOnly ClosesAt { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public static OfficeWeek From(OfficeWeekInput input)
    {
        var week = new OfficeWeek();
        week.Take(input);
        return week;
    }

    public static IEnumerable<FieldError> Faults(OfficeWeekInput input, ReferenceSnapshot others)
    {
        if (input.Calendars.Any(key => key != CalendarCatalog.SecretariatKey && others.Country(key) is null))
        {
            yield return new FieldError("calendars", "unknown-code");
        }

        if (input.Weekend.Any(day => !Enum.IsDefined(day)) || input.Weekend.Distinct().Count() != input.Weekend.Count)
        {
            yield return new FieldError("weekend", "not-valid");
        }

        if (input.ClosesAt <= input.OpensAt)
        {
            yield return new FieldError("closesAt", "ends-before-start");
        }

        if (input.ValidTo < input.ValidFrom)
        {
            yield return new FieldError("validTo", "ends-before-start");
        }
    }

    public void Take(OfficeWeekInput input)
    {
        TakeNamed(input);
        Calendars = [.. input.Calendars];
        Weekend = [.. input.Weekend];
        OpensAt = input.OpensAt;
        ClosesAt = input.ClosesAt;
        ValidFrom = input.ValidFrom;
        ValidTo = input.ValidTo;
    }
}
