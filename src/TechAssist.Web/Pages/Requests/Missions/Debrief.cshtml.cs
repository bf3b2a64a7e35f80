using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Field;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>When the team was heard after the mission, and what it said.</summary>
[Authorize(Access.Secretariat)]
public sealed class DebriefModel(RecordDebrief recordDebrief, GetMission getMission) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public DebriefInput Input { get; set; } = new();

    public MissionView Mission { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new DebriefInput { On = Mission.DebriefOn, Notes = Mission.DebriefNotes };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await recordDebrief.ExecuteAsync(Mission.Id, Input, Actor, cancellationToken);
        Flash("Debrief.Saved");
        return LocalRedirect(Links.Mission(Case.Reference, Number));
    }
}
