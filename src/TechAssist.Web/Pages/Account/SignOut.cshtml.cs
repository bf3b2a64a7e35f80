using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Person> signIn) : PortalPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect(Links.Home);
    }
}
