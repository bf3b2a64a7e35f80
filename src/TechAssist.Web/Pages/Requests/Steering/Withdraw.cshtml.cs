using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>The requesting side takes its request back.</summary>
public sealed class WithdrawModel(EndRequest act) : SteeringPage
{
    [BindProperty]
    public SteeringInput Input { get; set; } = new();

    public override string Act => "withdraw";

    protected override bool IsOffered(SteeringRights rights) => rights.Withdraw;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await act.WithdrawAsync(Reference, Input, Actor, cancellationToken);
        return Done();
    }
}
