using NUnit.Framework;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>Everything works where scripts do not run.</summary>
public sealed class NoScriptTests : BrowserTests
{
    [Test]
    public async Task A_request_is_filed_endorsed_and_followed_without_scripts()
    {
        var walked = await WalkedCase.ReadAsync(App, "senegal-migration-statistics");
        var team = new Team(walked, email => SignInAsync(email, 1280, javaScript: false));
        await team.FileRequestAsync();
        await team.ActAsync();
        await team.ActAsync();

        var desk = await team.DeskAsync(walked.By);
        await desk.GoAsync("/requests/" + walked.Reference);
        Assert.That(await desk.Page.Locator("main").InnerTextAsync(), Does.Contain(walked.Reference).And.Contain(walked.Request.Title.Fr));
        await desk.GoAsync("/requests?q=" + walked.Reference);
        Assert.That(await desk.Page.Locator($"main a[href='/requests/{walked.Reference}']").CountAsync(), Is.Positive);
        Assert.That(Complaints, Is.Empty);
    }
}
