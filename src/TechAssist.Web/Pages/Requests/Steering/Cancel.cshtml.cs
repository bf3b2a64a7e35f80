using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>The secretariat ends a case where it stands.</summary>
public sealed class CancelModel(EndRequest act) : SteeringPage
{
    [BindProperty]
    public SteeringInput Input { get; set; } = new();

    public override string Act => "cancel";

    protected override bool IsOffered(SteeringRights rights) => rights.Cancel;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await act.CancelAsync(Reference, Input, Actor, cancellationToken);
        return Done();
    }
}
