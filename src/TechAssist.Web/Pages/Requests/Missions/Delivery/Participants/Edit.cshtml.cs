using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery.Participants;

/// <summary>Corrects a participant, or takes off the list who did not come.</summary>
public sealed class EditModel(GetDelivery getDelivery, GetMission getMission, ChangeParticipant changeParticipant) : DeliveryPage(getDelivery, getMission)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ParticipantInput Input { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    public ParticipantRow Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new ParticipantInput
        {
            Name = Person.Name,
            Sex = Person.Sex,
            Institution = Person.Institution,
            Function = Person.Function,
            Email = Person.Email,
            Language = Person.Language,
        };
        Revision = Person.Revision;
        return BackUnless(Delivery.MayEdit) ?? Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Person = Delivery.Participants.FirstOrDefault(person => person.Id == Id) ?? throw new NotFoundException("The participant");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await changeParticipant.ExecuteAsync(Delivery.MissionId, Id, new ChangeParticipantInput(Input, Revision), Actor, cancellationToken);
        Flash("Delivery.Saved");
        return LocalRedirect(DeliveryLinks.Participants(Case.Reference, Number));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await changeParticipant.RemoveAsync(Delivery.MissionId, Id, Actor, cancellationToken);
        Flash("Delivery.ParticipantRemoved", Person.Name);
        return LocalRedirect(DeliveryLinks.Participants(Case.Reference, Number));
    }
}
