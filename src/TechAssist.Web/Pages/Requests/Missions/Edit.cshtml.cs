using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions;

[Authorize(Access.Secretariat)]
public sealed class EditModel(EditMission editMission, GetMission getMission, ListNominations listNominations) : MissionPage(listNominations)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public MissionView Mission { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Mission.MayEdit || !Case.IsRunning)
        {
            return LocalRedirect(Links.Mission(Case.Reference, Number));
        }

        (Input, Revision) = (Mission.Plan, Mission.Revision);
        Fill(Mission.Plan.Team);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        await editMission.ExecuteAsync(mission.Id, new EditMissionInput(Plan(), Revision), Actor, cancellationToken);
        Flash("Missions.Saved");
        return LocalRedirect(Links.Mission(Case.Reference, Number));
    }
}
