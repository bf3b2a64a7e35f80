using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.Terms;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>Plans a mission, starting from what the terms of reference say.</summary>
[Authorize(Access.Secretariat)]
public sealed class NewModel(PlanMission planMission, GetTerms getTerms, ListMissions listMissions, ListNominations listNominations) : MissionPage(listNominations)
{
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var terms = (await getTerms.ExecuteAsync(Case.Id, null, Actor, cancellationToken))?.Content;
        Input = new MissionPlan
        {
            Title = Case.Content.Title,
            Places = Case.Content.Places,
            HostCounterpart = terms?.Counterparts.FirstOrDefault()?.Name ?? Case.Content.Contact.Name,
            Days = terms?.Effort ?? new ExpertDays(),
        };
        Fill([.. Confirmed.Select((row, index) => new TeamSeat(row.ExpertId) { Role = row.Role, IsLead = index == 0 })]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var id = await planMission.ExecuteAsync(Case.Id, Plan(), Actor, cancellationToken);
        var number = (await listMissions.OfCaseAsync(Case.Id, Actor, cancellationToken)).Single(row => row.Id == id).Number;
        Flash("Missions.Planned");
        return LocalRedirect(Links.Mission(Case.Reference, number));
    }
}
