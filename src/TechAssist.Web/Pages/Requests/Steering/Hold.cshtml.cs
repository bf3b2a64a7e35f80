using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>Puts a case on hold until a day.</summary>
public sealed class HoldModel(HoldRequest hold) : SteeringPage
{
    [BindProperty]
    public HoldInput Input { get; set; } = new();

    public override string Act => "hold";

    protected override bool IsOffered(SteeringRights rights) => rights.Hold;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await hold.ExecuteAsync(Reference, Input with { IsSecurity = false }, Actor, cancellationToken);
        return Done();
    }
}
