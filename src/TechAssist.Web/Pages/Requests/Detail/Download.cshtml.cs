using TechAssist.Core.Documents;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>Sends one file of a case.</summary>
public sealed class DownloadModel(GetRequest getRequest, OpenDocument open) : PortalPage
{
    public async Task<IResult> OnGetAsync(string reference, Guid id, CancellationToken cancellationToken)
    {
        var requestId = await getRequest.FindIdAsync(reference, Actor, cancellationToken);
        return Infrastructure.Download.Of(await open.ExecuteAsync(id, requestId, Actor, cancellationToken));
    }
}
