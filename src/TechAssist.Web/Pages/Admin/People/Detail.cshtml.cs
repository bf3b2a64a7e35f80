using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.People;

public sealed class DetailModel(ListPeople listPeople, ChangeRoles changeRoles, CloseAccount closeAccount, InviteAgain inviteAgain, ListCountries listCountries)
    : RolePage(listCountries)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PersonRow Person { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new InvitePersonInput { Roles = RolesInput.Of(Person.Grants) };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Person = await listPeople.FindAsync(Id, Actor, cancellationToken);
        await base.LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancellationToken)
    {
        await changeRoles.ExecuteAsync(Id, Input.Roles, Actor, cancellationToken);
        return Done("People.RolesDone");
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        await inviteAgain.ExecuteAsync(Id, Actor, cancellationToken);
        return Done("People.AgainDone");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
    {
        await closeAccount.ExecuteAsync(Id, Actor, cancellationToken);
        return Done("People.CloseDone");
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken)
    {
        await closeAccount.ReopenAsync(Id, Actor, cancellationToken);
        return Done("People.ReopenDone");
    }

    private LocalRedirectResult Done(string key)
    {
        Flash(key);
        return LocalRedirect(Links.Person(Id));
    }
}
