using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Inbox;
using TechAssist.Core.Notifications;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Mails;

/// <summary>Whether mails leave, and those that were not taken.</summary>
public sealed class IndexModel(MailHealth mailHealth, InboxHealth inboxHealth, Bounces bounces) : PortalPage
{
    [BindProperty]
    public Guid Id { get; set; }

    public MailHealthView Health { get; private set; } = null!;

    public InboxHealthView Inbox { get; private set; } = null!;

    public IReadOnlyList<BouncedMail> Bounced { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Health = await mailHealth.ReadAsync(cancellationToken);
        Inbox = await inboxHealth.ReadAsync(cancellationToken);
        Bounced = await bounces.AllAsync(Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostBounceSeenAsync(CancellationToken cancellationToken)
    {
        await bounces.SeenAsync(Id, Actor, cancellationToken);
        Flash("Bounce.Seen");
        return LocalRedirect(Links.MailHealth);
    }

    public async Task<IActionResult> OnPostTryAgainAsync(CancellationToken cancellationToken)
    {
        await mailHealth.TryAgainAsync(Id, Actor, cancellationToken);
        Flash("MailHealth.TriedAgain");
        return LocalRedirect(Links.MailHealth);
    }

    public async Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancellationToken)
    {
        await mailHealth.GiveUpAsync(Id, Actor, cancellationToken);
        Flash("MailHealth.GaveUp");
        return LocalRedirect(Links.MailHealth);
    }
}
