using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Calendars;

/// <summary>The calendars in which due times are counted, and how sure their holidays of this year are.</summary>
public sealed class IndexModel(ReferenceCatalog catalog, ReferenceChoices choices, TimeProvider clock) : PortalPage
{
    public sealed record CalendarRow(string Key, string Name, string Zone, string Weekend, int HolidayCount, int UnsureCount);

    public IReadOnlyList<CalendarRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        var calendars = (await catalog.GetAsync(cancellationToken)).Calendars;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Rows =
        [
            .. calendars.Keys.Select(key => (Key: key, Calendar: calendars.Find(key), Holidays: calendars.Find(key).HolidaysOf(today.Year))).Select(row => new CalendarRow(
                row.Key, choices.Calendar(row.Key), row.Calendar.Zone.Id, CalendarWords.Weekend(row.Calendar.WeekOf(today).Weekend),
                row.Holidays.Count, row.Holidays.Count(day => !day.Holiday.IsConfirmed))),
        ];
    }
}
