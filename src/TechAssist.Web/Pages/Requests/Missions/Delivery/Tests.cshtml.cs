using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions.Delivery;

/// <summary>The results of the tests before and after, person by person.</summary>
public sealed class TestsModel(GetDelivery getDelivery, GetMission getMission, NoteTests noteTests) : DeliveryPage(getDelivery, getMission)
{
    [BindProperty]
    public NoteTestsInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new NoteTestsInput
        {
            Scores = [.. Delivery.Participants.Select(person => new TestRow { ParticipantId = person.Id, Pre = person.PreTest, Post = person.PostTest })],
        };
    }

    /// <summary>Whose results stand in a row; null where somebody was taken off the list meanwhile.</summary>
    public ParticipantRow? Of(TestRow row) => Delivery.Participants.FirstOrDefault(person => person.Id == row.ParticipantId);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await noteTests.ExecuteAsync(Delivery.MissionId, Input, Actor, cancellationToken);
        Flash("Delivery.TestsSaved");
        return LocalRedirect(DeliveryLinks.Tests(Case.Reference, Number));
    }
}
