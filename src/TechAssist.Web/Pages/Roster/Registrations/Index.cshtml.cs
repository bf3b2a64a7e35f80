using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TechAssist.Core;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster.Registrations;

/// <summary>Who wants to be on the roster.</summary>
[Authorize(Access.Secretariat)]
public sealed class IndexModel(ListRegistrations list, IOptions<PortalAddress> portal) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public RegistrationsShown Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<RegistrationRow> Rows { get; private set; } = new([], null);

    public string PublicAddress => portal.Value.Of(Links.RegisterExpert);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = await list.ExecuteAsync(Show, new PageInput { After = After }, Actor, cancellationToken);
}
