using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Account;

[EnableRateLimiting(RateLimits.Public)]
public sealed class PasswordModel(ChangeProfile changeProfile, SignInManager<Person> signIn) : PortalPage
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await changeProfile.ChangePasswordAsync(Input, Actor, cancellationToken);
        await signIn.RefreshSignInAsync(person);
        Flash("Profile.PasswordSaved");
        return LocalRedirect(Links.Profile);
    }
}
