using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TechAssist.Core.Documents;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>Sends one file of a case, to be saved and never shown in place: what people attach is not ours to run.</summary>
public sealed class DownloadModel(GetRequest getRequest, OpenDocument open) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken cancellationToken)
    {
        var requestId = await getRequest.FindIdAsync(reference, Actor, cancellationToken);
        var document = await open.ExecuteAsync(id, requestId, Actor, cancellationToken);
        return new FileStreamResult(document.Content, document.ContentType)
        {
            FileDownloadName = document.FileName,
            LastModified = new DateTimeOffset(document.AddedAt),
            EntityTag = new EntityTagHeaderValue($"\"{document.Sha256}\""),
            EnableRangeProcessing = true,
        };
    }
}
