using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery;

/// <summary>What a mission delivers: its programme, interviews, drafts or contacts, and what the records add up to.</summary>
public sealed class IndexModel(GetDelivery getDelivery, GetMission getMission, MoveSessions moveSessions) : DeliveryPage(getDelivery, getMission)
{
    public IEnumerable<IGrouping<DateOnly?, Session>> SessionDays => Delivery.Plan.Sessions.GroupBy(session => session.On);

    public int DoneCount => Delivery.Plan.Interviews.Count(interview => interview.State == InterviewState.Done);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>Takes the programme to the days the mission has now.</summary>
    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await moveSessions.ExecuteAsync(Delivery.MissionId, Actor, cancellationToken);
        Flash("Delivery.Moved");
        return LocalRedirect(DeliveryLinks.Overview(Case.Reference, Number));
    }
}
