using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Reference;

/// <summary>One announced day of a calendar.</summary>
public sealed record EnteredDay
{
    public DateOnly? On { get; init; }

    [StringLength(NamedInput.NameMost)]
    public string? NameEn { get; init; }

    [StringLength(NamedInput.NameMost)]
    public string? NameFr { get; init; }

    /// <summary>The source itself does not hold the day for certain: it is never taken as confirmed.</summary>
    public bool IsTentative { get; init; }

    /// <summary>The code of the computed holiday whose day it replaces; its names are taken where none are given.</summary>
    public string? Corrects { get; init; }
}

public sealed record EnterDaysInput
{
    public const int Most = 100;

    /// <summary>"secretariat", a country's two letters, or a region.</summary>
    [Required]
    public string? Calendar { get; init; }

    /// <summary>Where they were announced: the decree, the page, the file.</summary>
    [Required, StringLength(400)]
    public string? Source { get; init; }

    /// <summary>How sure the source is. Whoever enters a day that was announced has read it.</summary>
    public Certainty Certainty { get; init; } = Certainty.Confirmed;

    public IReadOnlyList<EnteredDay> Days { get; init; } = [];
}

/// <summary>The administrator enters days that were announced for one calendar: the feasts of a year, a day of mourning, or a whole
/// imported list. A day that corrects a computed holiday takes its place, and that of an earlier correction.</summary>
public sealed class EnterDays(TechAssistDb db, ReferenceCatalog catalog, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException">administrators-only.</exception>
    /// <exception cref="InvalidInputException">A field is wrong; <c>calendar</c>: unknown-code; <c>days[n].on</c>: required, out-of-range; <c>days[n].corrects</c>: unknown-code.</exception>
    /// <returns>How many days were entered.</returns>
    public async Task<int> ExecuteAsync(EnterDaysInput input, Actor by, CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Administrator))
        {
            throw new RuleException("administrators-only");
        }

        var data = await catalog.GetLatestAsync(cancellationToken);
        InputCheck.ThrowIfInvalid(input, Faults(input, data));
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db.PublicHolidays.ToDictionaryAsync(holiday => holiday.Code, cancellationToken);
        foreach (var day in input.Days)
        {
            Retire(known.Values, day, input.Calendar!, now);
            var row = PublicHoliday.From(InputOf(day, input, known));
            row.Edited(now);
            known.Add(row.Code, row);
            db.PublicHolidays.Add(row);
        }

        await timeline.AddAsync(null, Line(input), by, now, cancellationToken);
        await db.StampReferenceAsync(now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await catalog.GetLatestAsync(cancellationToken);
        return input.Days.Count;
    }

    private static IEnumerable<FieldError> Faults(EnterDaysInput input, ReferenceSnapshot data)
    {
        if (!data.Calendars.Keys.Contains(input.Calendar ?? ""))
        {
            yield return new FieldError("calendar", "unknown-code");
        }

        if (!Enum.IsDefined(input.Certainty))
        {
            yield return new FieldError("certainty", "not-a-choice");
        }

        if (input.Days.Count is 0 or > EnterDaysInput.Most)
        {
            yield return new FieldError("days", "out-of-range", 1, EnterDaysInput.Most);
        }

        foreach (var (day, index) in input.Days.Select((day, index) => (day, index)))
        {
            if (day.On is not { Year: >= 2000 and <= 2100 })
            {
                yield return new FieldError($"days[{index}].on", day.On is null ? "required" : "not-valid");
            }

            if (Blank.ToNull(day.Corrects) is { } code)
            {
                if (data.Rows.Holidays.All(holiday => holiday.Code != code))
                {
                    yield return new FieldError($"days[{index}].corrects", "unknown-code");
                }
            }
            else if (Blank.ToNull(day.NameEn) is null && Blank.ToNull(day.NameFr) is null)
            {
                yield return new FieldError($"days[{index}].nameEn", "required");
            }
        }
    }

    /// <summary>An earlier correction of the same feast gives way.</summary>
    private static void Retire(IEnumerable<PublicHoliday> known, EnteredDay day, string calendar, DateTime now)
    {
        foreach (var earlier in known.Where(row => row.IsActive && row.Corrects is { } code && code == day.Corrects && row.Calendars.SequenceEqual([calendar])
            && HolidayRule.Parse(row.Rule) is HolidayRule.Once once && Math.Abs(once.On.DayNumber - day.On!.Value.DayNumber) <= CalendarHoliday.CorrectionReach))
        {
            earlier.Take(earlier.ToInput<PublicHolidayInput>() with { IsActive = false });
            earlier.Edited(now);
        }
    }

    private static PublicHolidayInput InputOf(EnteredDay day, EnterDaysInput input, Dictionary<string, PublicHoliday> known)
    {
        var on = day.On!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var code = $"{input.Calendar}:{on}";
        var corrected = Blank.ToNull(day.Corrects) is { } corrects ? known[corrects] : null;
        var (en, fr) = (Blank.ToNull(day.NameEn), Blank.ToNull(day.NameFr));
        return new PublicHolidayInput
        {
            Code = Enumerable.Range(1, known.Count + 1).Select(number => number == 1 ? code : $"{code}-{number}").First(free => !known.ContainsKey(free)),
            NameEn = en ?? corrected?.NameEn ?? fr!,
            NameFr = fr ?? corrected?.NameFr ?? en!,
            Rule = on,
            Calendars = [input.Calendar!],
            Certainty = day.IsTentative && input.Certainty == Certainty.Confirmed ? Certainty.ToBeConfirmed : input.Certainty,
            Source = input.Source!,
            Corrects = corrected?.Code,
        };
    }

    private static TimelineLine Line(EnterDaysInput input) => new("reference-added")
    {
        Reason = input.Source,
        Values = new Dictionary<string, string>
        {
            ["type"] = "publicHoliday",
            ["code"] = input.Calendar!,
            ["changes"] = string.Join("; ", input.Days.Select(day => $"{day.On:yyyy-MM-dd} {day.NameEn ?? day.Corrects}")),
        },
    };
}
