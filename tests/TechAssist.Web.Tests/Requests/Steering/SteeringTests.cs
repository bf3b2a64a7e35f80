using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Requests.Steering;

public sealed class SteeringTests(Provider provider) : PortalTests(provider)
{
    private static readonly string[] Acts = ["hold", "suspend", "continue", "track", "reopen", "copy", "withdraw", "cancel"];

    [Test]
    public async Task Each_act_is_offered_to_those_who_may_and_hidden_from_everybody_else()
    {
        var made = await SubmittedCase.CreateAsync(App, "eligibility");
        await AssertOfferedAsync(made, made.Coordinator, "hold", "suspend", "track", "cancel");
        await AssertOfferedAsync(made, made.Officer, "hold", "suspend");
        await AssertOfferedAsync(made, made.Requester, "withdraw");
        await AssertOfferedAsync(made, made.FocalPoint, "withdraw");
        await AssertOfferedAsync(made, made.Adviser);
        await AssertOfferedAsync(made, await App.Data.CreatePersonAsync(Role.Committee));
    }

    [Test]
    public async Task A_hold_needs_a_reason_and_a_day_to_come_and_keeps_what_was_typed()
    {
        var made = await SubmittedCase.CreateAsync(App, "eligibility");
        var visitor = await App.SignInAsync(made.Officer);
        var refused = await visitor.FillAsync(made.Address + "/hold", ("Input.UntilOn", "2031-01-01"), ("Input.Reason", ""));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 2)));
        Assert.That(refused.Page.QuerySelector("#untilOn")!.GetAttribute("value"), Is.EqualTo("2031-01-01"));
        Assert.That((await StatusAsync(made)).Status, Is.EqualTo(RequestStatus.Open));
    }

    [Test]
    public async Task A_case_is_put_on_hold_and_goes_on_with_both_in_its_history()
    {
        var made = await SubmittedCase.CreateAsync(App, "eligibility");
        var visitor = await App.SignInAsync(made.Officer);
        var held = await visitor.FillAsync(made.Address + "/hold", ("Input.UntilOn", "2031-12-01"), ("Input.Reason", "Élections"));
        Assert.That((held.Status, held.LeadsTo), Is.EqualTo((HttpStatusCode.Found, made.Address)), string.Join("; ", held.Errors));
        Assert.That((await visitor.FollowAsync(held)).Page.QuerySelector(".note-warn")!.TextContent, Does.Contain("1 December 2031"));
        var again = await visitor.FillAsync(made.Address + "/continue", ("Input.Reason", "The vote is over"));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Found));
        var history = (await (await App.SignInAsync(made.Requester)).GetAsync(made.Address + "/timeline")).Page.Body!.TextContent;
        Assert.That(history, Does.Contain("Élections").And.Contain("The vote is over"));
    }

    [Test]
    public async Task A_stale_screen_changes_nothing()
    {
        var made = await SubmittedCase.CreateAsync(App, "receipt");
        var visitor = await App.SignInAsync(made.Coordinator);
        var opened = await visitor.GetAsync(made.Address + "/cancel");
        await made.CompleteAsync(made.Officer, "accept");
        var refused = await visitor.SubmitAsync(opened, "main form", ("Input.Reason", "No longer needed"));
        Assert.That((refused.Status, refused.Page.QuerySelector("#reason")!.TextContent.Trim()), Is.EqualTo((HttpStatusCode.Conflict, "No longer needed")));
        Assert.That((await StatusAsync(made)).Status, Is.EqualTo(RequestStatus.Open));
    }

    [Test]
    public async Task A_withdrawn_request_is_copied_by_its_country_and_reopened_by_the_coordinator()
    {
        var made = await SubmittedCase.CreateAsync(App, "triage");
        var requester = await App.SignInAsync(made.Requester);
        Assert.That((await requester.FillAsync(made.Address + "/withdraw", ("Input.Reason", "Done otherwise"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await StatusAsync(made), Is.EqualTo((RequestStatus.Closed, "withdrawn")));
        await AssertOfferedAsync(made, made.Requester, "copy");
        var copied = await requester.FillAsync(made.Address + "/copy");
        Assert.That((copied.Status, copied.LeadsTo), Is.EqualTo((HttpStatusCode.Found, copied.LeadsTo)));
        Assert.That((await requester.FollowAsync(copied)).Status, Is.EqualTo(HttpStatusCode.OK));

        var coordinator = await App.SignInAsync(made.Coordinator);
        var reopened = await coordinator.FillAsync(made.Address + "/reopen", ("Input.StepId", "triage"), ("Input.Reason", "Asked again"));
        Assert.That(reopened.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", reopened.Errors));
        Assert.That(await made.OpenStepsAsync(), Is.EqualTo(new[] { "triage" }));
    }

    [Test]
    public async Task A_change_of_track_shows_first_what_it_would_do()
    {
        var made = await SubmittedCase.CreateAsync(App, "eligibility");
        var coordinator = await App.SignInAsync(made.Coordinator);
        var opened = await coordinator.GetAsync(made.Address + "/track");
        Assert.That(opened.Page.QuerySelector("[aria-labelledby=dry-run]")!.TextContent, Does.Contain("Take the urgent request in hand").And.Contain("Check the conditions for rapid deployment"));
        Assert.That(await made.OpenStepsAsync(), Is.EqualTo(new[] { "eligibility" }));
        var done = await coordinator.SubmitAsync(opened, "main form", ("Input.Reason", "Floods"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        Assert.That(await made.OpenStepsAsync(), Does.Contain("rapidCheck"));
    }

    private async Task AssertOfferedAsync(SubmittedCase made, TestPerson person, params string[] offered)
    {
        var visitor = await App.SignInAsync(person);
        var page = (await visitor.GetAsync(made.Address)).Page;
        foreach (var act in Acts)
        {
            var expected = offered.Contains(act);
            Assert.That(page.QuerySelector($"aside a[href='{made.Address}/{act}']") is not null, Is.EqualTo(expected), act);
            Assert.That((await visitor.GetAsync($"{made.Address}/{act}")).Status, Is.EqualTo(expected ? HttpStatusCode.OK : HttpStatusCode.NotFound), act);
        }
    }

    private Task<(RequestStatus Status, string? Result)> StatusAsync(SubmittedCase made) => App.ReadAsync(async db =>
    {
        var row = await db.Requests.Where(request => request.Id == made.Id).Select(request => new { request.Status, request.Result }).SingleAsync();
        return (row.Status, row.Result);
    });
}
