using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery.Participants;

/// <summary>Those who take part, by name for those who may read them, and how many there are for everybody else.</summary>
public sealed class IndexModel(GetDelivery getDelivery, GetMission getMission, AddParticipant addParticipant) : DeliveryPage(getDelivery, getMission)
{
    [BindProperty]
    public ParticipantInput Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await addParticipant.ExecuteAsync(Delivery.MissionId, Input, Actor, cancellationToken);
        Flash("Delivery.ParticipantAdded", Input.Name);
        return LocalRedirect(DeliveryLinks.Participants(Case.Reference, Number));
    }
}
