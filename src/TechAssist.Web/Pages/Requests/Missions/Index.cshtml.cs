using TechAssist.Core.Missions;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>The missions of a case.</summary>
public sealed class IndexModel(ListMissions listMissions) : CasePage
{
    public IReadOnlyList<MissionRow> Missions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        await FindTaskAsync(["missions"], null, cancellationToken);
        Missions = await listMissions.OfCaseAsync(Case.Id, Actor, cancellationToken);
    }
}
