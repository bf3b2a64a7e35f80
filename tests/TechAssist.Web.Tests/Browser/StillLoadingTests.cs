using Microsoft.Playwright;
using NUnit.Framework;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>On a slow line parts of a page take long to come: what stands there meanwhile is read.</summary>
public sealed class StillLoadingTests : BrowserTests
{
    [Test]
    public async Task A_page_is_as_readable_while_a_part_of_it_is_fetched()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Task == "eligibility");
        var (taskId, _) = await walked.TaskAsync();
        var desk = await SignInAsync("officer@demo.techassist.test", 390);
        var asked = new TaskCompletionSource<IRoute>();
        await desk.Page.RouteAsync($"**{Links.SimilarCases(walked.Reference)}", asked.SetResult);
        await desk.GoAsync($"/tasks/{taskId}");
        var held = await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.That(await desk.Page.Locator(".htmx-request").CountAsync(), Is.EqualTo(1));
        Assert.That(await desk.BarriersAsync(), Is.Empty);
        await held.ContinueAsync();
        await desk.SettleAsync();
        Assert.That(desk.Complaints, Is.Empty);
    }
}
