using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Published;

/// <summary>Hands out a published report or its summary.</summary>
public sealed class FileModel(ListPublished listPublished) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, string document, string format, string? lang, CancellationToken cancellationToken)
    {
        var file = await listPublished.OpenAsync(id, document, format, lang ?? Languages.Current, cancellationToken);
        // The page is a document of its own, with its style inside; it runs nothing and asks for nothing.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'";
        return format == "html" ? File(file.Bytes, file.ContentType) : File(file.Bytes, file.ContentType, file.FileName);
    }
}
