using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Published;

/// <summary>Hands out a published report or its summary.</summary>
public sealed class FileModel(ListPublished listPublished) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, string document, string format, string? lang, CancellationToken cancellationToken) =>
        HandOut(await listPublished.OpenAsync(id, document, format, lang ?? Languages.Current, cancellationToken));
}
