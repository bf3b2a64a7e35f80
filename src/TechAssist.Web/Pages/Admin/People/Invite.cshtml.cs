using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Admin.People;

public sealed class InviteModel(InvitePerson invitePerson, ListCountries listCountries) : RolePage(listCountries)
{
    public IReadOnlyList<Choice> LanguageChoices => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await invitePerson.ExecuteAsync(Input, Actor, cancellationToken);
        Flash("People.InviteDone", person.Name);
        return LocalRedirect(Links.Person(person.Id));
    }
}
