using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Account;

public sealed class ProfileModel(ChangeProfile changeProfile) : PortalPage
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public IReadOnlyList<Choice> LanguageChoices => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await changeProfile.ReadAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await changeProfile.ExecuteAsync(Input, Actor, cancellationToken);
        LanguageChoice.Remember(Response, Input.Language!);
        FlashIn(Input.Language!, "Profile.Saved");
        return LocalRedirect(Links.Profile);
    }
}
