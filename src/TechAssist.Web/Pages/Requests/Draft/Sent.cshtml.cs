using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>The request was received: its reference, what happens next and until when.</summary>
public sealed class SentModel(GetReceipt getReceipt) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Receipt Receipt { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Receipt = await getReceipt.ExecuteAsync(Id, Actor, cancellationToken);
}
