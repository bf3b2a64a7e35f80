using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>Suspends a case for security, with no day set.</summary>
public sealed class SuspendModel(HoldRequest hold) : SteeringPage
{
    [BindProperty]
    public SteeringInput Input { get; set; } = new();

    public override string Act => "suspend";

    protected override bool IsOffered(SteeringRights rights) => rights.Hold;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await hold.ExecuteAsync(Reference, new HoldInput { Reason = Input.Reason, Revision = Input.Revision, IsSecurity = true }, Actor, cancellationToken);
        return Done();
    }
}
