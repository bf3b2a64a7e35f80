using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Requests.Steering;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Tasks;

public sealed class DetailTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_task_is_answered_by_its_form_and_the_case_moves_on()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var visitor = await App.SignInAsync(made.FocalPoint);
        var task = await made.TaskOfAsync(made.FocalPoint);
        var opened = await visitor.GetAsync($"/tasks/{task}");
        Assert.That((opened.Heading, Buttons(opened)), Is.EqualTo(("Endorse the request", "Endorse the request|Return it for revision|Refuse to endorse it")));

        var done = await visitor.FillAsync($"/tasks/{task}", ("Input.comment", "Discussed with the ministry."), ("outcome", "endorse"));
        Assert.That((done.Status, done.LeadsTo), Is.EqualTo((HttpStatusCode.Found, made.Address)), string.Join("; ", done.Errors));
        Assert.That(await made.OpenStepsAsync(), Is.EqualTo(new[] { "receipt" }));
        var afterwards = await visitor.GetAsync($"/tasks/{task}");
        Assert.That(afterwards.Page.QuerySelector("#task-form"), Is.Null);
        Assert.That(afterwards.Page.Body!.TextContent, Does.Contain("Discussed with the ministry."));
    }

    [Test]
    public async Task Faults_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var visitor = await App.SignInAsync(made.FocalPoint);
        var refused = await visitor.FillAsync(
            $"/tasks/{await made.TaskOfAsync(made.FocalPoint)}", ("Input.wayForward", "Un comité à créer d'abord"), ("outcome", "return"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Errors.Single(), Does.StartWith("Your reasons"));
        Assert.That(refused.Page.QuerySelector("#comment-error"), Is.Not.Null);
        Assert.That(refused.Page.QuerySelector("#wayForward")!.TextContent.Trim(), Is.EqualTo("Un comité à créer d'abord"));
        Assert.That(await made.OpenStepsAsync(), Is.EqualTo(new[] { "endorsement" }));
    }

    [Test]
    public async Task A_number_that_is_none_is_named_and_kept()
    {
        var made = await SubmittedCase.CreateAsync(App, "triage");
        var visitor = await App.SignInAsync(made.Adviser);
        var refused = await visitor.FillAsync($"/tasks/{await made.TaskOfAsync(made.Adviser)}", ("Input.strategicFit", "4"), ("Input.expertDays", "many"), ("outcome", "scored"));
        Assert.That((refused.Status, refused.Page.QuerySelector("#expertDays")!.GetAttribute("value")), Is.EqualTo((HttpStatusCode.BadRequest, "many")));
        Assert.That(refused.Page.QuerySelector("#strategicFit-4")!.HasAttribute("checked"));
        Assert.That(refused.Page.QuerySelector("#expertDays-error"), Is.Not.Null);
    }

    [Test]
    public async Task Somebody_elses_task_is_not_there_or_only_to_read()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var task = await made.TaskOfAsync(made.FocalPoint);
        var stranger = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.FocalPoint, "TG"));
        Assert.That((await stranger.GetAsync($"/tasks/{task}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var committee = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Committee));
        Assert.That((await committee.GetAsync($"/tasks/{task}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var officer = await App.SignInAsync(made.Officer);
        var read = await officer.GetAsync($"/tasks/{task}");
        Assert.That((read.Status, read.Page.QuerySelector("#task-form")), Is.EqualTo((HttpStatusCode.OK, (object?)null)));
        var own = await officer.GetAsync("/account/profile");
        var posted = await officer.SubmitAsync(own, "main form", ("outcome", "endorse"));
        Assert.That(posted.Status, Is.Not.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That((await officer.GetAsync($"/tasks/{Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_second_answer_is_told_who_was_first_and_keeps_what_it_had_typed()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var task = await made.TaskOfAsync(made.FocalPoint);
        var visitor = await App.SignInAsync(made.FocalPoint);
        var (first, second) = (await visitor.GetAsync($"/tasks/{task}"), await visitor.GetAsync($"/tasks/{task}"));
        Assert.That((await visitor.SubmitAsync(first, "#task-form", ("outcome", "endorse"))).Status, Is.EqualTo(HttpStatusCode.Found));
        var late = await visitor.SubmitAsync(second, "#task-form", ("Input.comment", "A text I need"), ("outcome", "refuse"));
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Errors.Single(), Does.Contain(made.FocalPoint.Name));
        Assert.That(late.Page.Body!.TextContent, Does.Contain("A text I need"));
        Assert.That(await App.ReadAsync(db => db.WorkItems.Where(item => item.Id == task).Select(item => item.Outcome).SingleAsync()), Is.EqualTo("endorse"));
    }

    [Test]
    public async Task A_form_kept_for_later_is_there_later_and_moves_nothing()
    {
        var made = await SubmittedCase.CreateAsync(App, "triage");
        var visitor = await App.SignInAsync(made.Adviser);
        var task = await made.TaskOfAsync(made.Adviser);
        var opened = await visitor.GetAsync($"/tasks/{task}");
        opened.Page.QuerySelector("#task-form")!.SetAttribute("action", $"/tasks/{task}?handler=Draft");
        var kept = await visitor.SubmitAsync(opened, "#task-form", ("Input.equity", "3"), ("Input.expertDays", "twelve or so"), ("Input.comment", "Á réfléchir"));
        Assert.That((kept.Status, kept.LeadsTo), Is.EqualTo((HttpStatusCode.Found, $"/tasks/{task}#saved")));
        var again = (await visitor.GetAsync($"/tasks/{task}")).Page;
        Assert.That(again.QuerySelector("#equity-3")!.HasAttribute("checked"));
        Assert.That(again.QuerySelector("#expertDays")!.GetAttribute("value"), Is.EqualTo("twelve or so"));
        Assert.That(again.QuerySelector("#comment")!.TextContent.Trim(), Is.EqualTo("Á réfléchir"));
        Assert.That(again.QuerySelector("#saved")!.TextContent, Does.Contain("Saved, not sent"));
        Assert.That(await made.OpenStepsAsync(), Is.EqualTo(new[] { "triage" }));
    }

    [Test]
    public async Task Scorers_work_on_their_own_and_whoever_decides_sees_both()
    {
        var made = await SubmittedCase.CreateAsync(App, "triage");
        var (adviserTask, officerTask) = (await made.TaskOfAsync(made.Adviser), await made.TaskOfAsync(made.Officer));
        await made.CompleteAsync(made.Adviser, "scored", new { strategicFit = 4, expertDays = 20, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known.", comment = "Adviser's view." });
        var officer = await App.SignInAsync(made.Officer);
        Assert.That((await officer.GetAsync($"/tasks/{adviserTask}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await officer.GetAsync($"/tasks/{officerTask}")).Page.Body!.TextContent, Does.Not.Contain("Adviser's view."));
        Assert.That((await officer.GetAsync(made.Address + "/timeline")).Page.Body!.TextContent, Does.Not.Contain("Adviser's view."));

        await made.CompleteAsync(made.Officer, "scored", new { strategicFit = 2, expertDays = 25, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known.", comment = "Officer's view." });
        var coordinator = await App.SignInAsync(made.Coordinator);
        var decision = (await coordinator.GetAsync($"/tasks/{await made.TaskOfAsync(made.Coordinator)}")).Page;
        Assert.That(decision.QuerySelector("main table")!.TextContent, Does.Contain(made.Officer.Name).And.Contain(made.Adviser.Name).And.Contain("80.0").And.Contain("40.0"));
        Assert.That(decision.Body!.TextContent, Does.Contain("Adviser's view.").And.Contain("Officer's view."));
    }

    [Test]
    public async Task The_requester_reads_what_is_asked_and_not_what_was_noted()
    {
        var made = await SubmittedCase.CreateAsync(App, "eligibility");
        await made.CompleteAsync(made.Officer, "moreInformation", new { missing = "Which posts exactly?", comment = "I smell a rat.", mayBenefit = true });
        var visitor = await App.SignInAsync(made.Requester);
        var task = await visitor.GetAsync($"/tasks/{await made.TaskOfAsync(made.Requester)}");
        Assert.That(task.Heading, Is.EqualTo("We need something from you"));
        Assert.That(task.Page.Body!.TextContent, Does.Contain("Which posts exactly?").And.Contain("We have your request.").And.Not.Contain("I smell a rat.").And.Not.Contain("Check eligibility"));
    }

    [Test]
    public async Task An_appeal_shows_the_refusal_it_is_against()
    {
        var made = await SubmittedCase.CreateAsync(App, "declineWindow");
        var visitor = await App.SignInAsync(made.Requester);
        var task = await visitor.GetAsync($"/tasks/{await made.TaskOfAsync(made.Requester)}");
        Assert.That(task.Page.Body!.TextContent, Does.Contain("More than we can do.").And.Contain("Ask for less.").And.Contain("More than this facility can do"));
        Assert.That(Buttons(task), Is.EqualTo("Appeal"));
    }

    [Test]
    public async Task While_the_case_is_on_hold_a_form_can_be_kept_and_not_sent()
    {
        var made = await SubmittedCase.CreateAsync(App, "eligibility");
        var visitor = await App.SignInAsync(made.Officer);
        var task = await made.TaskOfAsync(made.Officer);
        var opened = await visitor.GetAsync($"/tasks/{task}");
        await App.WithAsync(async services =>
        {
            var hold = (HoldRequest)services.GetService(typeof(HoldRequest))!;
            await hold.ExecuteAsync(made.Reference, new HoldInput { Reason = "Elections", UntilOn = new DateOnly(2031, 6, 1) }, made.Officer.Actor, default);
            return true;
        });
        Assert.That((await visitor.SubmitAsync(opened, "#task-form", ("outcome", "eligible"))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        var held = await visitor.GetAsync($"/tasks/{task}");
        Assert.That((Buttons(held), held.Page.QuerySelector(".note-warn")), Is.EqualTo(("", held.Page.QuerySelector(".note-warn"))));
        Assert.That(held.Page.QuerySelector(".note-warn"), Is.Not.Null);
    }

    private static string Buttons(Answer answer) => string.Join('|', answer.Page.QuerySelectorAll("button[name=outcome]").Select(button => button.TextContent.Trim()));
}
