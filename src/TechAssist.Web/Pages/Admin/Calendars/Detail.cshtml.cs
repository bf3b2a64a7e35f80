using System.Text;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Reference;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Calendars;

/// <summary>One calendar: its week, and a year of it with every closed day, how sure it is and where it was read.</summary>
public sealed class DetailModel(ReferenceCatalog catalog, ReferenceChoices choices, ListChangedDue changed, TimeProvider clock) : CalendarPage(catalog, choices, clock)
{
    private const int ExportedYears = 3;

    public WorkingWeek Week => Shown.WeekOf(new DateOnly(Year, 7, 1));

    public IReadOnlyList<OfficeWeek> OfficeWeeks { get; private set; } = [];

    public IReadOnlyList<(DateOnly On, PublicHoliday Row)> Holidays { get; private set; } = [];

    public IReadOnlyList<ChangedDue> Changed { get; private set; } = [];

    public bool IsCountry => Calendar.Length == 2;

    public int WorkingDayCount => Enumerable.Range(0, DateTime.IsLeapYear(Year) ? 366 : 365).Count(day => Shown.IsWorkingDay(new DateOnly(Year, 1, 1).AddDays(day)));

    /// <summary>A feast whose day is computed and announced only later.</summary>
    public static bool MayBeCorrected(PublicHoliday row) => row.Rule.StartsWith("hijri", StringComparison.Ordinal);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var rows = Data.Rows.Holidays.ToDictionary(holiday => holiday.Code);
        Holidays = [.. Shown.HolidaysOf(Year).Select(day => (day.On, rows[day.Holiday.Code!]))];
        OfficeWeeks = [.. Data.Rows.OfficeWeeks.Where(week => week.IsActive && week.Calendars.Contains(Calendar)).OrderBy(week => week.ValidFrom ?? DateOnly.MinValue)];
        Changed = await changed.ExecuteAsync(Calendar, Actor, cancellationToken);
    }

    /// <summary>The year shown and the two after it as an iCalendar file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var text = HolidayFile.Write(Shown, T["Calendars.Of", Name], Year, ExportedYears, Languages.Current, Now);
        return File(Encoding.UTF8.GetBytes(text), HolidayFile.ContentType, $"{Calendar}-{Year}.ics");
    }
}
