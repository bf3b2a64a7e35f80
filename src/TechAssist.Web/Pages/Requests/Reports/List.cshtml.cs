using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The reports of a case, one for each mission; straight to the report where there is one mission.</summary>
public sealed class ListModel(ListMissions listMissions) : CasePage
{
    public IReadOnlyList<MissionRow> Missions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Missions = await listMissions.OfCaseAsync(Case.Id, Actor, cancellationToken);
        return Missions is [var only] ? LocalRedirect(Links.Report(Case.Reference, only.Number)) : Page();
    }
}
