using NUnit.Framework;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>A case from the form to its end, as the people in it see it.</summary>
public sealed class ThreadTests : BrowserTests
{
    [TestCase("togo-civil-status", "fr", 1280, TestName = "In_French_on_a_desk")]
    [TestCase("cabo-verde-border-management", "en", 390, TestName = "In_English_on_a_telephone")]
    public async Task A_request_goes_from_the_form_to_the_closed_case(string sample, string language, int width)
    {
        var walked = await WalkedCase.ReadAsync(App, sample);
        // Experts are on the road.
        var team = new Team(walked, email => SignInAsync(email, email.StartsWith("expert", StringComparison.Ordinal) ? 390 : width, language: language));
        await team.FileRequestAsync();
        while (walked.Next is not null)
        {
            await team.ActAsync();
        }

        var desk = await team.DeskAsync("officer@demo.techassist.test");
        await desk.GoAsync("/requests/" + walked.Reference);
        await CheckDocumentsAsync(desk, walked.Reference);
        Assert.Multiple(() =>
        {
            Assert.That(team.Barriers, Is.Empty);
            Assert.That(Complaints, Is.Empty);
        });
    }

    /// <summary>Every document of the case is there to be taken, and is a PDF where it says so.</summary>
    private static async Task CheckDocumentsAsync(Desk desk, string reference)
    {
        await desk.GoAsync($"/requests/{reference}/documents");
        var addresses = await desk.Page.Locator("main a[href*='/documents/'], main a[href*='.pdf']").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
        Assert.That(addresses, Has.Length.GreaterThanOrEqualTo(3));
        foreach (var address in addresses.Distinct())
        {
            var answer = await desk.Page.Context.APIRequest.GetAsync(address);
            Assert.That(answer.Status, Is.EqualTo(200), address);
            if (answer.Headers.TryGetValue("content-type", out var type) && type.StartsWith("application/pdf", StringComparison.Ordinal))
            {
                Assert.That(System.Text.Encoding.Latin1.GetString(await answer.BodyAsync(), 0, 5), Is.EqualTo("%PDF-"), address);
            }
        }
    }
}
