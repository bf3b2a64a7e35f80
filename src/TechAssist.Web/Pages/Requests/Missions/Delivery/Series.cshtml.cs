using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery;

/// <summary>Plans more missions like this one, on other days.</summary>
[Authorize(Access.Secretariat)]
public sealed class SeriesModel(GetDelivery getDelivery, GetMission getMission, RepeatMission repeatMission) : DeliveryPage(getDelivery, getMission)
{
    public sealed record SeriesInput
    {
        public IReadOnlyList<SeriesDay> Starts { get; init; } = [];

        public string? CeilingReason { get; init; }
    }

    [BindProperty]
    public SeriesInput Input { get; set; } = new();

    public bool MayExceed => Actor.Could(person => person.HasAny(Roles.Steering));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new SeriesInput { Starts = [new SeriesDay()] };
        return Case.IsRunning ? Page() : LocalRedirect(Links.Mission(Case.Reference, Number));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var numbers = await repeatMission.ExecuteAsync(Delivery.MissionId, new RepeatMissionInput(Input.Starts) { CeilingReason = Input.CeilingReason }, Actor, cancellationToken);
        Flash("Delivery.SeriesPlanned", string.Join(", ", numbers));
        return LocalRedirect(Links.Mission(Case.Reference, numbers[0]));
    }
}
