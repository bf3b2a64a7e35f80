using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Registrations;

/// <summary>Everything that was written, what is missing with a way to it, and the button that sends.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Writing)]
public sealed class CheckModel(WriteRegistration write, ReferenceChoices choices) : RegistrationPage(write, choices)
{
    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Registration is null)
        {
            throw new NotFoundException("The registration");
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return IsOpen ? Page() : ToStart();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (IsOpen && Registration!.Missing.Count > 0)
        {
            return Again("Register.NotYet");
        }

        await Write.SendAsync(Token, cancellationToken);
        Flash("Register.Sent");
        return ToStart();
    }
}
