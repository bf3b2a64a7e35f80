using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>Shows a photo of a report in place: it was made anew here, so that nothing somebody sent is run. Kept by the browser for an hour,
/// in which a consent that is taken back may still be seen by who saw it before.</summary>
public sealed class PhotoModel(GetRequest getRequest, OpenPhoto open) : PortalPage
{
    private static readonly CacheControlHeaderValue AnHour = new() { Private = true, MaxAge = TimeSpan.FromHours(1) };

    public async Task<IActionResult> OnGetAsync(string reference, int number, Guid id, [FromQuery] bool small, CancellationToken cancellationToken)
    {
        var requestId = await getRequest.FindIdAsync(reference, Actor, cancellationToken);
        var photo = await open.ExecuteAsync(requestId, number, id, small, Actor, cancellationToken);
        Response.GetTypedHeaders().CacheControl = AnHour;
        return new FileStreamResult(photo.Content, photo.ContentType) { EntityTag = new EntityTagHeaderValue($"\"{photo.Sha256}\"") };
    }
}
