using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Calendars;

/// <summary>A page about one calendar and one year of it.</summary>
public abstract class CalendarPage(ReferenceCatalog catalog, ReferenceChoices choices, TimeProvider clock) : PortalPage
{
    /// <summary>Years that can be looked at; far enough for every case, and for the Hijri calendar.</summary>
    private const int FirstYear = 2000;

    private const int LastYear = 2075;

    /// <summary>Its key: "secretariat", a country's two letters, or a region.</summary>
    [BindProperty(SupportsGet = true)]
    public string Calendar { get; set; } = "";

    /// <summary>This year when nothing sensible is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? AskedYear { get; set; }

    public int Year => YearOf(AskedYear, Now);

    public static int YearOf(string? asked, DateTime now) => int.TryParse(asked, out var year) && year is >= FirstYear and <= LastYear ? year : now.Year;

    public WorkingCalendar Shown { get; private set; } = null!;

    public string Name => choices.Calendar(Calendar);

    public ReferenceChoices Choices => choices;

    protected ReferenceSnapshot Data { get; private set; } = null!;

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="NotFoundException">There is no such calendar.</exception>
    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Data = await catalog.GetLatestAsync(cancellationToken);
        Calendar = Data.Calendars.Keys.FirstOrDefault(key => key.Equals(Calendar, StringComparison.OrdinalIgnoreCase)) ?? throw new NotFoundException("The calendar");
        Shown = Data.Calendars.Find(Calendar);
    }
}
