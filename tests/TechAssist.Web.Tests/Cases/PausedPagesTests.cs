using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Cases;

/// <summary>A case on hold: its tasks are paused, and on its day it comes back to whoever can let it go on.</summary>
public sealed class PausedPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Tasks_of_a_case_on_hold_have_a_list_and_a_tag_of_their_own([Values("fr", "en")] string language)
    {
        var made = await HeldAsync();
        await App.ReadAsync(db => db.People.Where(person => person.Id == made.FocalPoint.Id).ExecuteUpdateAsync(person => person.SetProperty(row => row.Language, language)));
        var focalPoint = await App.SignInAsync(made.FocalPoint);
        var task = await made.TaskOfAsync(made.FocalPoint);
        await App.ReadAsync(db => db.WorkItems.Where(item => item.Id == task).ExecuteUpdateAsync(item => item.SetProperty(row => row.DueAt, App.Now.AddDays(-1))));

        var home = await focalPoint.GetAsync("/");
        Assert.That(home.Page.QuerySelector(".badge-late"), Is.Null);
        Assert.That(home.Page.QuerySelector("#waiting")!.Closest("section")!.QuerySelectorAll(".lines li"), Is.Empty, "nothing of it can be done now");
        var list = await focalPoint.GetAsync(home.Page.QuerySelector("a[href='/tasks?paused=true']")!.GetAttribute("href")!);
        Assert.That(list.Page.QuerySelector(".tabs [aria-current]")!.TextContent, Is.EqualTo(language == "fr" ? "En pause (1)" : "Paused (1)"));
        Assert.That(list.Page.QuerySelectorAll(".lines li").Single().QuerySelector(".tag")!.TextContent, Is.EqualTo(language == "fr" ? "En pause" : "Paused"));
        Assert.That(list.Page.QuerySelector(".lines .late"), Is.Null);
        Assert.That((await focalPoint.GetAsync("/tasks?late=true")).Page.QuerySelectorAll(".lines li"), Is.Empty);
        var detail = await focalPoint.GetAsync($"/tasks/{task}");
        Assert.That((detail.Page.QuerySelector(".standing .late"), detail.Page.QuerySelector(".standing .tag")!.TextContent), Is.EqualTo(((AngleSharp.Dom.IElement?)null, language == "fr" ? "En pause" : "Paused")));
    }

    [Test]
    public async Task From_its_day_on_it_is_marked_on_the_board_and_on_the_first_page()
    {
        var made = await HeldAsync();
        var coordinator = await App.SignInAsync(made.Coordinator);
        Assert.That((await MarkedAsync(coordinator, "/", made), await MarkedAsync(coordinator, "/board", made)), Is.EqualTo((false, false)));
        await App.ReadAsync(db => db.Requests.Where(row => row.Id == made.Id).ExecuteUpdateAsync(row => row.SetProperty(request => request.HoldUntilOn, DateOnly.FromDateTime(App.Now))));
        Assert.That((await MarkedAsync(coordinator, "/", made), await MarkedAsync(coordinator, "/board", made)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_day_that_is_today_in_the_office_is_refused()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var coordinator = await App.SignInAsync(made.Coordinator);
        var refused = await coordinator.FillAsync($"{made.Address}/hold", ("Input.Reason", "Elections"), ("Input.UntilOn", $"{App.Now:yyyy-MM-dd}"));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
    }

    private static async Task<bool> MarkedAsync(Visitor visitor, string address, SubmittedCase made) =>
        (await visitor.GetAsync(address)).Page.QuerySelectorAll("li, tr").Any(row => row.TextContent.Contains(made.Reference, StringComparison.Ordinal) && row.TextContent.Contains("To be looked at since", StringComparison.Ordinal));

    private async Task<SubmittedCase> HeldAsync()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var coordinator = await App.SignInAsync(made.Coordinator);
        var held = await coordinator.FillAsync($"{made.Address}/hold", ("Input.Reason", "Elections"), ("Input.UntilOn", "2031-06-02"));
        Assert.That(held.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", held.Errors));
        return made;
    }
}
