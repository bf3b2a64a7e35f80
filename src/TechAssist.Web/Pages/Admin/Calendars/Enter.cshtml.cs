using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Calendars;

/// <summary>Enters one announced day, or corrects the computed day of a feast.</summary>
public sealed class EnterModel(ReferenceCatalog catalog, ReferenceChoices choices, EnterDays enter, TimeProvider clock) : CalendarPage(catalog, choices, clock)
{
    public sealed record DayInput
    {
        public DateOnly? On { get; init; }

        public string? NameEn { get; init; }

        public string? NameFr { get; init; }

        public string? Source { get; init; }
    }

    [BindProperty]
    public DayInput Input { get; set; } = new();

    /// <summary>The code of the holiday to correct; none for a day of its own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Corrects { get; set; }

    /// <summary>The day it was computed for.</summary>
    [BindProperty(SupportsGet = true, Name = "on")]
    public string? Computed { get; set; }

    public DateOnly? ComputedOn => DateOnly.TryParseExact(Computed, "yyyy-MM-dd", out var on) ? on : null;

    public PublicHoliday? Corrected { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new DayInput { On = ComputedOn };
        return LoadAsync(cancellationToken);
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Corrected = Corrects is null ? null : Data.Rows.Holidays.FirstOrDefault(holiday => holiday.Code == Corrects) ?? throw new NotFoundException("The holiday");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        try
        {
            await enter.ExecuteAsync(
                new EnterDaysInput
                {
                    Calendar = Calendar,
                    Source = Input.Source,
                    Days = [new EnteredDay { On = Input.On, NameEn = Input.NameEn, NameFr = Input.NameFr, Corrects = Corrected?.Code }],
                },
                Actor, cancellationToken);
        }
        catch (InvalidInputException fault)
        {
            // The one day of this page stands in the form itself.
            throw new InvalidInputException([.. fault.Errors.Select(error => error with { Field = error.Field.Replace("days[0].", "", StringComparison.Ordinal) })]);
        }

        Flash("Calendars.Entered");
        return LocalRedirect(Links.Calendar(Calendar, Input.On!.Value.Year));
    }
}
