using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core.Work.Agenda;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Calendar;

/// <summary>Somebody's agenda for a calendar program, by its private address: from two months back to ten months ahead.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
public sealed class FeedModel(CalendarFeed feed, ListAgenda list, AgendaFile file, TimeProvider clock) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        var owner = await feed.OwnerAsync(token, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var entries = await list.ExecuteAsync(today.AddMonths(-2), today.AddMonths(10), owner, cancellationToken);
        Response.Headers.CacheControl = "private, max-age=900";
        return File(Encoding.UTF8.GetBytes(file.Write(entries, owner.Language, now)), AgendaFile.ContentType);
    }
}
