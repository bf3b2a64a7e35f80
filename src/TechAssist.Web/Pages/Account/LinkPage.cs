using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Account;

/// <summary>Behind a one-time link: choose a password, and be signed in. Opening the link changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Public)]
public abstract class LinkPage(ChoosePassword choosePassword, SignInManager<Person> signIn, bool isInvitation) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public PasswordChoice Input { get; set; } = new();

    public bool IsSpent { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public abstract string Lead { get; }

    protected abstract string DoneKey { get; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var person = await choosePassword.FindAsync(Person, Token, isInvitation, cancellationToken);
            (Name, Email) = (person.Name, person.Email ?? "");
        }
        catch (RuleException)
        {
            IsSpent = true;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await choosePassword.ExecuteAsync(Person, Token, isInvitation, Input.Password, cancellationToken);
        await signIn.SignInAsync(person, isPersistent: false);
        Flash(DoneKey);
        return LocalRedirect(Links.Home);
    }

    public sealed record PasswordChoice
    {
        public string? Password { get; init; }
    }
}
