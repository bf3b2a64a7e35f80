using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Notifications.Portal;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Notifications;

/// <summary>What the reader was told. To open one is to have read it, which is a change, and so a form.</summary>
public sealed class IndexModel(ListNotifications list, ReadNotifications read) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<NotificationRow> Shown { get; private set; } = new([], null);

    public int Unread { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Shown = await list.ExecuteAsync(new PageInput { PageSize = 30, After = After }, Languages.Current, Actor, cancellationToken);
        Unread = await list.CountAsync(Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellationToken) =>
        LocalRedirect(await read.ExecuteAsync(id, Actor, cancellationToken) ?? Links.Notifications);

    public async Task<IActionResult> OnPostAllAsync(Guid newest, CancellationToken cancellationToken)
    {
        await read.ReadAllAsync(newest, Actor, cancellationToken);
        Flash("Notifications.AllRead");
        return LocalRedirect(Links.Notifications);
    }
}
