using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Roster.Registrations;

/// <summary>Sends somebody the link to register.</summary>
[Authorize(Access.Secretariat)]
public sealed class InviteModel(InviteToRegister invite) : PortalPage
{
    [BindProperty]
    public ApplyInput Input { get; set; } = new();

    public IReadOnlyList<Choice> LanguageChoices => [new("fr", T["Form.Fr"]), new("en", T["Form.En"])];

    public void OnGet() => Input = new ApplyInput { Language = "fr" };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await invite.ExecuteAsync(Input, Actor, cancellationToken);
        Flash("Registrations.Invited", Input.Email);
        return LocalRedirect(Links.Registrations + "?show=BeingWritten");
    }
}
