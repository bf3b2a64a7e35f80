using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimits.Public)]
public sealed class SignInModel(SignInManager<Person> signIn, UserManager<Person> accounts, TimeProvider clock) : PortalPage
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => IsSignedIn ? LocalRedirect(Links.Home) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        InputCheck.ThrowIfInvalid(Input);
        var result = await signIn.PasswordSignInAsync(Input.Email!.Trim(), Input.Password!, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            // The same words whether the address, the password or the account is at fault.
            return Again(result.IsLockedOut ? "SignIn.Locked" : "SignIn.Failed");
        }

        var person = await accounts.FindByNameAsync(Input.Email!.Trim());
        person!.Seen(clock.GetUtcNow().UtcDateTime);
        await accounts.UpdateAsync(person);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Links.Home);
    }

    public sealed record SignInInput
    {
        [Required]
        public string? Email { get; init; }

        [Required]
        public string? Password { get; init; }
    }
}
