using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Account;

/// <summary>The switch in the header: kept in the profile of who is signed in, else in a cookie.</summary>
[AllowAnonymous]
public sealed class LanguageModel(ChangeProfile changeProfile) : PortalPage
{
    public async Task<IActionResult> OnPostAsync(string? language, string? returnUrl, CancellationToken cancellationToken)
    {
        if (!Languages.IsOne(language))
        {
            return BadRequest();
        }

        LanguageChoice.Remember(Response, language!);
        if (IsSignedIn)
        {
            await changeProfile.SpeakAsync(language!, Actor, cancellationToken);
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : Links.Home);
    }
}
