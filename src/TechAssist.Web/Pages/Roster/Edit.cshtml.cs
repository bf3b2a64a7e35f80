using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

/// <summary>Changes a profile: the secretariat, or the expert's own.</summary>
public sealed class EditModel(GetExpert getExpert, EditExpert editExpert, ReferenceChoices choices) : ExpertPage(choices)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public ExpertView Expert { get; private set; } = null!;

    public bool IsOwn => Expert.PersonId == Actor.PersonId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        (Input, Revision) = (Expert.Profile, Expert.Revision);
        return Actor.IsSecretariat || IsOwn ? Page() : NotFound();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Expert = await getExpert.ExecuteAsync(Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await editExpert.ExecuteAsync(Id, new EditExpertInput(Profile, Revision), Actor, cancellationToken);
        Flash("Roster.Saved");
        return LocalRedirect(Links.Expert(Id));
    }
}
