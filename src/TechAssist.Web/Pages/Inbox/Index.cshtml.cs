using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Inbox;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Inbox;

/// <summary>Mails that came in and could be put to no case by themselves.</summary>
[Authorize(Access.Secretariat)]
public sealed class IndexModel(ListTriage listTriage) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<TriageRow> Mails { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Mails = await listTriage.ExecuteAsync(new PageInput { PageSize = 30, After = After }, Actor, cancellationToken);
}
