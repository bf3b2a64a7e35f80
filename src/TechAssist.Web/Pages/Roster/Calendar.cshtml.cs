using System.Text;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Admin.Calendars;

namespace TechAssist.Web.Pages.Roster;

/// <summary>A year of an expert's calendar: for the secretariat, and for the expert.</summary>
public sealed class CalendarModel(GetExpertCalendar getCalendar, ReferenceChoices choices, TimeProvider clock) : PortalPage
{
    private const int ExportedYears = 3;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>This year when nothing sensible is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? AskedYear { get; set; }

    public int Year => CalendarPage.YearOf(AskedYear, Now);

    public ExpertCalendarView View { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public (string, string)[] Trail => Actor.IsSecretariat ? [(T["Roster.Title"], Links.Roster), (View.Name, Links.Expert(Id))] : [(View.Name, Links.Expert(Id))];

    /// <summary>As it is today, or in the middle of another year.</summary>
    public WorkingWeek Week => View.Calendar.WeekOf(Year == Now.Year ? View.Calendar.LocalDay(Now) : new DateOnly(Year, 7, 1));

    public int WorkingDayCount => Enumerable.Range(0, DateTime.IsLeapYear(Year) ? 366 : 365).Count(day => View.Calendar.IsWorkingDay(new DateOnly(Year, 1, 1).AddDays(day)));

    /// <summary>The absences that touch the year.</summary>
    public IReadOnlyList<Period> Away => [.. View.Profile.Unavailable.Where(period => period.From <= new DateOnly(Year, 12, 31) && period.To >= new DateOnly(Year, 1, 1)).OrderBy(period => period.From)];

    /// <summary>The holidays of the country or region: what the expert's own absences close has no row.</summary>
    public IEnumerable<(DateOnly On, CalendarHoliday Holiday)> Holidays => View.Calendar.HolidaysOf(Year).Where(day => day.Holiday is { Code: not null, IsWorked: false });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whoever is away for so long is replaced, and no time limit waits.</summary>
    public static bool IsTooLong(Period period) => period.To!.Value.DayNumber - period.From!.Value.DayNumber + 1 > ExpertCalendar.LongestAbsence;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        View = await getCalendar.ExecuteAsync(Id, Actor, cancellationToken);
    }

    /// <summary>The year shown and the two after it as an iCalendar file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var text = HolidayFile.Write(View.Calendar, T["Calendars.Of", View.Name], Year, ExportedYears, Languages.Current, Now);
        return File(Encoding.UTF8.GetBytes(text), HolidayFile.ContentType, $"{Id}-{Year}.ics");
    }
}
