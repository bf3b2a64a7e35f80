using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Editors;

public sealed class MissionAndReferenceTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_mission_is_planned_with_a_confirmed_expert_and_its_checklist_is_ticked()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, _) = await request.AddExpertAsync("Grünwald");
        var nominationId = await request.ProposeAsync(expertId);
        await App.WithAsync(services => Confirm(services, nominationId));
        var officer = await App.SignInAsync(request.Officer);

        var planned = await officer.FillAsync($"/requests/{request.Reference}/missions/new", ("Input.StartOn", "2031-06-16"), ("Input.EndOn", "2031-06-20"), ("Input.Places", "Évry"));
        Assert.That(planned.LeadsTo, Is.EqualTo($"/requests/{request.Reference}/missions/1"), string.Join("; ", planned.Errors));
        var ticked = await officer.FillAsync(planned.LeadsTo!, "form.tick", ("State", "Done"), ("Note", "Signé"));
        Assert.That(ticked.Status, Is.EqualTo(HttpStatusCode.Found));
        var mission = await App.ReadAsync(db => db.Missions.Include(row => row.Members).SingleAsync(row => row.RequestId == request.Id));
        Assert.That(mission.Members.Single().ExpertId, Is.EqualTo(expertId));
        Assert.That((mission.Checklist[0].State, mission.Checklist[0].Note), Is.EqualTo((ChecklistState.Done, "Signé")));

        var early = await officer.GetAsync($"/requests/{request.Reference}/missions/1/report");
        Assert.That(early.Page.QuerySelector("main form"), Is.Null, "no report before the mission");
    }

    [Test]
    public async Task An_administrator_changes_a_row_of_reference_data_and_a_box_left_empty_counts()
    {
        var admin = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        var address = "/admin/reference/assistance-types/row?code=TRN";
        var opened = await admin.GetAsync(address);
        ((IHtmlInputElement)opened.Page.GetElementById("isActive")!).IsChecked = false;
        var saved = await admin.SubmitAsync(opened, "main form", ("Input.NameFr", "Atelier de formation à l’œuvre"));
        Assert.That(saved.LeadsTo, Is.EqualTo("/admin/reference/assistance-types"), string.Join("; ", saved.Errors));
        var row = await App.ReadAsync(db => db.AssistanceTypes.SingleAsync(type => type.Code == "TRN"));
        Assert.That((row.NameFr, row.IsActive), Is.EqualTo(("Atelier de formation à l’œuvre", false)));
        Assert.That((await admin.GetAsync("/admin/reference/nothing")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<int> Confirm(IServiceProvider services, Guid nominationId)
    {
        var db = (Core.Persistence.TechAssistDb)services.GetService(typeof(Core.Persistence.TechAssistDb))!;
        var nomination = await db.Nominations.SingleAsync(row => row.Id == nominationId);
        db.Entry(nomination).Property(row => row.Status).CurrentValue = NominationStatus.Confirmed;
        return await db.SaveChangesAsync();
    }
}
