using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>Lets a case that was on hold or suspended go on.</summary>
public sealed class ContinueModel(ContinueRequest act) : SteeringPage
{
    [BindProperty]
    public SteeringInput Input { get; set; } = new();

    public override string Act => "continue";

    protected override bool IsOffered(SteeringRights rights) => rights.Continue;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await act.ExecuteAsync(Reference, Input, Actor, cancellationToken);
        return Done();
    }
}
