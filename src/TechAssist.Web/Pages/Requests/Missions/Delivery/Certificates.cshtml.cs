using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery;

/// <summary>Who gets a certificate of participation, and the certificates to print.</summary>
public sealed class CertificatesModel(GetDelivery getDelivery, GetMission getMission, ChooseCertificates chooseCertificates) : DeliveryPage(getDelivery, getMission)
{
    [BindProperty]
    public ChooseCertificatesInput Input { get; set; } = new();

    public int GetCount => Delivery.Participants.Count(person => person.GetsCertificate);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new ChooseCertificatesInput
        {
            Share = Delivery.Plan.CertificateShare,
            Ticked = [.. Delivery.Participants.Where(person => person.IsCertified).Select(person => person.Id)],
            Revision = Delivery.Revision,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await chooseCertificates.ExecuteAsync(Delivery.MissionId, Input, Actor, cancellationToken);
        Flash("Delivery.CertificatesSaved");
        return LocalRedirect(DeliveryLinks.Certificates(Case.Reference, Number));
    }
}
