using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>Makes a new draft of an ended request, to be mended and submitted again.</summary>
public sealed class CopyModel(CopyRequest copy) : SteeringPage
{
    public override string Act => "copy";

    protected override bool IsOffered(SteeringRights rights) => rights.Copy;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var draft = await copy.ExecuteAsync(Reference, Actor, cancellationToken);
        Flash("Steer.copy.Done");
        return LocalRedirect(Links.EditRequest(draft.Id));
    }
}
