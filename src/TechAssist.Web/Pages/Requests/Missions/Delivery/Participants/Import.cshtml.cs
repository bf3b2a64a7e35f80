using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery.Participants;

/// <summary>Takes a list of participants as it comes from a spreadsheet: pasted, or as a file. All of it, or nothing.</summary>
[RequestSizeLimit(TableFile.MostBytes + (1024 * 1024))]
public sealed class ImportModel(GetDelivery getDelivery, GetMission getMission, ImportParticipants importParticipants) : DeliveryPage(getDelivery, getMission)
{
    public sealed record ListInput
    {
        public string? Text { get; init; }

        public IFormFile? File { get; init; }
    }

    [BindProperty]
    public ListInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return BackUnless(Delivery.MayEdit) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await using var file = Input.File?.OpenReadStream();
        var taken = await importParticipants.ExecuteAsync(Delivery.MissionId, new ImportParticipantsInput { Text = Input.Text, File = file }, Actor, cancellationToken);
        Flash("Delivery.Imported", taken.AddedCount, taken.KnownCount);
        return LocalRedirect(DeliveryLinks.Participants(Case.Reference, Number));
    }
}
