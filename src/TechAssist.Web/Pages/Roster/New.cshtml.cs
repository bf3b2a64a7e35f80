using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

[Authorize(Access.Secretariat)]
public sealed class NewModel(AddExpert addExpert, ReferenceChoices choices, TimeProvider clock) : ExpertPage(choices)
{
    [BindProperty]
    public string? AccountEmail { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new ExpertProfile
        {
            Nationalities = [""],
            Themes = [new ThemeSkill()],
            Languages = [new LanguageSkill()],
            Consents = [new Consent { Kind = ConsentKind.Storage, GivenOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) }],
        };
        return LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var id = await addExpert.ExecuteAsync(new AddExpertInput(Profile, AccountEmail), Actor, cancellationToken);
        Flash("Roster.Added", Input.Name);
        return LocalRedirect(Links.Expert(id));
    }
}
