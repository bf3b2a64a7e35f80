using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TechAssist.Core;
using TechAssist.Core.Work.Agenda;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Calendar;

/// <summary>What has a day for the reader, month by month, and the private address for the own calendar program.</summary>
public sealed class IndexModel(ListAgenda list, CalendarFeed feed, IOptions<PortalAddress> portal, TimeProvider clock) : PortalPage
{
    /// <summary>"2031-03"; this month when it cannot be read.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>The first day of the month shown.</summary>
    public DateOnly First { get; private set; }

    /// <summary>Missions stand on their first day, or on the first of the month when they run on from before.</summary>
    public IReadOnlyList<IGrouping<DateOnly, AgendaEntry>> Days { get; private set; } = [];

    public string? Address { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        // A year off the calendar's ends leaves room for the months beside it.
        First = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2200
            ? asked
            : new DateOnly(today.Year, today.Month, 1);
        var entries = await list.ExecuteAsync(First, First.AddMonths(1).AddDays(-1), Actor, cancellationToken);
        Days = [.. entries.GroupBy(entry => entry.FirstOn < First ? First : entry.FirstOn)];
        Address = await feed.TokenAsync(Actor, cancellationToken) is { } token ? portal.Value.Of(Links.AgendaFeed(token)) : null;
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken)
    {
        await feed.RenewAsync(Actor, cancellationToken);
        Flash("Agenda.Made");
        return LocalRedirect(Links.Agenda);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        await feed.RevokeAsync(Actor, cancellationToken);
        Flash("Agenda.Revoked");
        return LocalRedirect(Links.Agenda);
    }
}
