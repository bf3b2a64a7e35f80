using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Costs;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>What a mission is estimated to cost and what it cost.</summary>
[Authorize(Access.Secretariat)]
public sealed class CostsModel(GetCosts getCosts, RecordCosts recordCosts, GetMission getMission) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public MissionCosts Input { get; set; } = new();

    public MissionView Mission { get; private set; } = null!;

    /// <summary>What is shown is the budget of the terms; nobody has recorded anything yet.</summary>
    public bool IsFromTerms { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var view = await getCosts.ExecuteAsync(Mission.Id, Actor, cancellationToken);
        (Input, IsFromTerms) = (view.Costs, !view.IsRecorded && view.Costs.Lines.Count > 0);
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await recordCosts.ExecuteAsync(Mission.Id, new RecordCostsInput(Input), Actor, cancellationToken);
        Flash("Costs.Saved");
        return LocalRedirect(Links.Mission(Case.Reference, Number));
    }
}
