using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Inbox;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Inbox;

/// <summary>A mail that waits: somebody says to which case it belongs, or that it belongs nowhere.</summary>
[Authorize(Access.Secretariat)]
public sealed class DetailModel(ListTriage listTriage, SortMail sortMail) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AttachMailInput Attach { get; set; } = new();

    [BindProperty]
    public DiscardMailInput Discard { get; set; } = new();

    public TriageRow Mail { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Attach = new AttachMailInput { Reference = Mail.Reference, IsInternal = Mail.IsKept && await sortMail.SeemsInternalAsync(Id, Actor, cancellationToken) };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken) => Mail = await listTriage.GetAsync(Id, Actor, cancellationToken);

    public async Task<IActionResult> OnPostAttachAsync(CancellationToken cancellationToken)
    {
        // A box that is not ticked is not sent.
        var reference = await sortMail.AttachAsync(Id, Attach with { IsInternal = Attach.IsInternal is true }, Actor, cancellationToken);
        Flash("Inbox.Attached", reference);
        return LocalRedirect(Links.Inbox);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        await sortMail.DiscardAsync(Id, Discard, Actor, cancellationToken);
        Flash("Inbox.Discarded");
        return LocalRedirect(Links.Inbox);
    }
}
