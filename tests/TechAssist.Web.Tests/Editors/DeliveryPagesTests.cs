using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Editors;

public sealed class DeliveryPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_workshop_is_planned_held_and_counted_without_JavaScript()
    {
        var (request, expert) = await ReadyAsync();
        var (team, delivery) = (await App.SignInAsync(expert), $"/requests/{request.Reference}/missions/1/delivery");
        await PlanAsync(team, delivery);

        var faulty = await team.FillAsync($"{delivery}/participants/import", ("Input.Text", "Nom;Sexe\nAïda Ndiaye;F\nÉlie Bâ;?"));
        Assert.That((faulty.Status, faulty.Errors.Single()), Is.EqualTo((HttpStatusCode.BadRequest, "Lines: Line 3, column “Sexe”: “?” is not understood. Write F or M, or leave it empty.")));
        Assert.That(faulty.Page.GetElementById("text")!.TextContent, Does.Contain("Aïda Ndiaye"), "what was pasted is kept");
        var list = await team.FillAsync($"{delivery}/participants/import", ("Input.Text", "Nom;Sexe;Institution\nAïda Ndiaye;F;ANSD\nÉlie Bâ;H;Police"));
        Assert.That(list.LeadsTo, Is.EqualTo($"{delivery}/participants"), string.Join("; ", list.Errors));
        var twice = await team.FillAsync($"{delivery}/participants", "section form[method=post]", ("Input.Name", "AÏDA NDIAYE"), ("Input.Institution", "ansd"));
        Assert.That(twice.Page.GetElementById("name-error"), Is.Not.Null);

        var day = await team.GetAsync($"{delivery}/attendance");
        var boxes = day.Page.QuerySelectorAll("input[name=Present]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.That(boxes, Has.Count.EqualTo(4), "two people in two sessions of the day");
        var ticked = await team.SubmitAsync(day, "form:has(table)", ("Present", boxes[0]), ("Present", boxes[1]), ("Present", boxes[2]));
        Assert.That(ticked.LeadsTo, Is.EqualTo($"{delivery}/attendance?day=2031-03-03"), string.Join("; ", ticked.Errors));
        var over = await team.FillAsync($"{delivery}/tests", "form.scores", ("Input.Scores[0].Pre", "40"), ("Input.Scores[0].Post", "140"));
        Assert.That(over.Page.GetElementById("scores-0-post-error"), Is.Not.Null);
        await team.FillAsync($"{delivery}/tests", "form.scores", ("Input.Scores[0].Pre", "40"), ("Input.Scores[0].Post", "70"));

        var mission = (await team.GetAsync($"/requests/{request.Reference}/missions/1")).Page.QuerySelector("section[aria-labelledby=delivery-title]")!.TextContent;
        Assert.That(mission, Does.Contain("2 (women: 1, men: 1)").And.Contain("75%").And.Contain("40% before, 70% after: +30 points").And.Contain("1 of 2 get one"));
        var paper = await team.Client.GetAsync($"/requests/{request.Reference}/papers/certificates.pdf?lang=fr&mission=1");
        Assert.That((paper.StatusCode, paper.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/pdf")));

        await (await App.SignInAsync(request.Officer)).FillAsync($"/requests/{request.Reference}/missions/1/report");
        await FillReportAsync(team, $"/requests/{request.Reference}/missions/1/report");
        var training = await App.ReadAsync(db => db.Reports.Where(row => row.RequestId == request.Id).Select(row => row.Content).SingleAsync());
        Assert.That((training.Training, training.Approach), Is.EqualTo((new TrainingData { Women = 1, Men = 1, PreTest = 40, PostTest = 70 }, "Un atelier")));

        var requester = await App.SignInAsync(request.Requester);
        var kept = await requester.GetAsync($"{delivery}/participants");
        Assert.That(kept.Page.Body!.TextContent, Does.Contain("2 (women: 1, men: 1)").And.Not.Contain("Aïda Ndiaye"));
        Assert.That((await requester.GetAsync($"/requests/{request.Reference}/papers/attendanceSheet.pdf?lang=fr&mission=1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Another_mission_like_it_is_planned_by_the_secretariat()
    {
        var (request, expert) = await ReadyAsync();
        var team = await App.SignInAsync(expert);
        await PlanAsync(team, $"/requests/{request.Reference}/missions/1/delivery");
        Assert.That((await team.GetAsync($"/requests/{request.Reference}/missions/1/again")).Status, Is.Not.EqualTo(HttpStatusCode.OK));

        var officer = await App.SignInAsync(request.Officer);
        var nothing = await officer.FillAsync($"/requests/{request.Reference}/missions/1/again", ("Input.Starts[0].On", ""));
        Assert.That(nothing.Page.GetElementById("starts-0-on-error"), Is.Not.Null);
        var planned = await officer.FillAsync($"/requests/{request.Reference}/missions/1/again", ("Input.Starts[0].On", "2031-04-07"));
        Assert.That(planned.LeadsTo, Is.EqualTo($"/requests/{request.Reference}/missions/2"), string.Join("; ", planned.Errors));
        var page = (await officer.FollowAsync(planned)).Page.QuerySelector("main")!.TextContent;
        Assert.That(page, Does.Contain("2 sessions").And.Contain("7 April 2031").And.Contain("24 of at most 60"));
    }

    /// <summary>Types other figures, and then takes those of the records.</summary>
    private static async Task FillReportAsync(Visitor team, string report)
    {
        var edit = await team.GetAsync(report + "/edit");
        edit.Page.QuerySelector("form.editor")!.SetAttribute("action", edit.Page.QuerySelector("button[formaction]")!.GetAttribute("formaction"));
        var filled = await team.SubmitAsync(edit, "form.editor", ("Input.Approach", "Un atelier"), ("Input.Training.Women", "9"), ("Input.Training.PreTest", ""));
        Assert.That(filled.LeadsTo, Is.EqualTo(report + "/edit#part-10"), string.Join("; ", filled.Errors));
    }

    private static async Task PlanAsync(Visitor team, string delivery)
    {
        var opened = await team.FillAsync($"{delivery}/sessions", ("row", "add:Input.Sessions"));
        var more = await team.SubmitAsync(opened, "main form[method=post]", ("row", "add:Input.Sessions"));
        var wrong = await team.SubmitAsync(more, "main form[method=post]",
            ("Input.Sessions[0].Title", "Ouverture"), ("Input.Sessions[0].On", "2031-03-03"), ("Input.Sessions[0].From", "09:00"), ("Input.Sessions[0].To", "08:00"),
            ("Input.Sessions[1].Title", "Pratique"), ("Input.Sessions[1].On", "2031-03-03"), ("Input.Sessions[1].From", "10:00"), ("Input.Sessions[1].To", "12:00"));
        Assert.That(wrong.Page.GetElementById("sessions-0-to-error"), Is.Not.Null, string.Join("; ", wrong.Errors));
        Assert.That(wrong.Page.GetElementById("sessions-0-to")!.GetAttribute("value"), Is.EqualTo("08:00"), "what was typed is kept");
        var saved = await team.SubmitAsync(wrong, "main form[method=post]", ("Input.Sessions[0].To", "11:00"));
        Assert.That(saved.LeadsTo, Is.EqualTo(delivery), string.Join("; ", saved.Errors));
    }

    /// <summary>A case with a mission of today that is under way, and its expert.</summary>
    private async Task<(SomeCase Case, TestPerson Expert)> ReadyAsync()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, expert) = await request.AddExpertAsync("Grünwald");
        var nominationId = await request.ProposeAsync(expertId);
        await App.WriteAsync(db =>
        {
            db.Entry(db.Nominations.Single(row => row.Id == nominationId)).Property(row => row.Status).CurrentValue = NominationStatus.Confirmed;
            db.RoleAssignments.Add(db.People.Single(person => person.Id == expert.Id).Grant(Role.Expert, App.Now, null, request.Id));
        });
        var officer = await App.SignInAsync(request.Officer);
        var planned = await officer.FillAsync($"/requests/{request.Reference}/missions/new", ("Input.StartOn", "2031-03-03"), ("Input.EndOn", "2031-03-05"),
            ("Input.Days.Preparation", "5"), ("Input.Days.Field", "3"), ("Input.Days.Report", "4"));
        Assert.That(planned.LeadsTo, Is.EqualTo($"/requests/{request.Reference}/missions/1"), string.Join("; ", planned.Errors));
        await App.WriteAsync(db => db.Entry(db.Missions.Single(row => row.RequestId == request.Id)).Property(row => row.Status).CurrentValue = MissionStatus.UnderWay);
        return (request, expert);
    }
}
