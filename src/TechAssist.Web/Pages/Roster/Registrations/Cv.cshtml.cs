using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Files;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster.Registrations;

/// <summary>The CV of a registration, to be saved and never shown in place.</summary>
[Authorize(Access.Secretariat)]
public sealed class CvModel(OpenCv open) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        Download.Of(await open.OfRegistrationAsync(id, Actor, cancellationToken));
}
