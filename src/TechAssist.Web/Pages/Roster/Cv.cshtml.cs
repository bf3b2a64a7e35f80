using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Files;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

/// <summary>The CV of an expert, to be saved and never shown in place.</summary>
public sealed class CvModel(OpenCv open) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        Download.Of(await open.OfExpertAsync(id, Actor, cancellationToken));
}
