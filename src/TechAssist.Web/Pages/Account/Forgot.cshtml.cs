using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Account;

/// <summary>Answers the same whether or not the address has an account.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Public)]
public sealed class ForgotModel(AskForPassword askForPassword) : PortalPage
{
    [BindProperty]
    public Address Input { get; set; } = new();

    public bool IsSent { get; private set; }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        await askForPassword.ExecuteAsync(Input.Email, cancellationToken);
        IsSent = true;
    }

    public sealed record Address
    {
        public string? Email { get; init; }
    }
}
