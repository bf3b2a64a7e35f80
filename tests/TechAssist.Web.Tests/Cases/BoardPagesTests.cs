using System.Net;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Cases;

public sealed class BoardPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Whoever_steers_sees_the_open_cases_by_stage_and_how_long_the_steps_take()
    {
        var made = await SubmittedCase.CreateAsync(App, "triage");
        var coordinator = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Coordinator));
        var board = await coordinator.GetAsync("/board");
        Assert.That(board.Page.QuerySelectorAll(".board a").Select(link => link.GetAttribute("href")), Does.Contain(made.Address));
        Assert.That(board.Page.QuerySelectorAll(".board a.why").Select(link => link.GetAttribute("href")), Has.Some.StartWith(made.Address + "/due/"));
        Assert.That(board.Page.QuerySelector(".board-stages a[href='#stage-triage']"), Is.Not.Null);
        Assert.That((await coordinator.GetAsync("/board?country=MA&track=Rapid")).Page.QuerySelectorAll(".board a").Select(link => link.GetAttribute("href")), Does.Not.Contain(made.Address));
        foreach (var by in new[] { "Step", "Track", "Country", "Officer" })
        {
            var times = await coordinator.GetAsync($"/board/times?by={by}&months=7");
            Assert.That(times.Page.QuerySelectorAll("section[aria-labelledby=steps] tbody tr").Length, Is.GreaterThan(0), by);
            Assert.That(times.Page.QuerySelector("main")!.TextContent, Does.Not.Contain("["), by);
        }

        Assert.That((await coordinator.GetAsync("/board/times?months=0")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase(Role.Requester)]
    [TestCase(Role.Committee)]
    [TestCase(Role.Administrator)]
    public async Task Nobody_outside_the_secretariat_does(Role role)
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(role));
        Assert.That((await visitor.GetAsync("/board")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await visitor.GetAsync("/board/times")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await visitor.GetAsync("/")).Page.QuerySelector(".site-nav a[href='/board']"), Is.Null);
    }
}
