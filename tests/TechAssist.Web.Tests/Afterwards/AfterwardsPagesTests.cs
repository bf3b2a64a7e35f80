using System.Net;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Afterwards;

/// <summary>What is read and done after a report was published, at the pages themselves.</summary>
public sealed class AfterwardsPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Lessons_are_found_and_lead_to_their_place_and_what_was_recommended_is_verified()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkToEndAsync();
        var officer = await SignInAsync("officer");

        foreach (var hostile in new[] { "%22", "a%22+OR+%22b", "%25", "NEAR(", "%3Cscript%3E", new string('x', 5_000), "&country=%E2%80%AE&theme=%27&type=--&year=x&kind=Emperor&after=zz" })
        {
            Assert.That((await officer.GetAsync("/lessons?text=" + hostile)).Status, Is.EqualTo(HttpStatusCode.OK), hostile);
        }

        var all = await officer.GetAsync("/lessons");
        var first = all.Page.QuerySelector("#results .line-title")!;
        Assert.That((await officer.GetAsync(first.GetAttribute("href")!)).Status, Is.EqualTo(HttpStatusCode.OK));
        var word = all.Page.QuerySelector("#results .line p")!.TextContent.Split(' ').First(part => part.Length > 6 && part.All(char.IsLetter));
        var marked = await officer.GetAsync("/lessons?text=" + Uri.EscapeDataString(word.ToUpperInvariant()));
        Assert.That(marked.Page.QuerySelectorAll("#results mark").Select(mark => mark.TextContent), Does.Contain(word));

        var list = await officer.GetAsync("/initiatives");
        var initiative = list.Page.QuerySelector("#results .line-title")!.GetAttribute("href")!;
        var draft = await officer.FillAsync(initiative, "#follow-on");
        Assert.That(draft.LeadsTo, Does.StartWith("/requests/draft/"));
        var table = await officer.Client.GetStringAsync(list.Page.QuerySelector("a[href*='handler=Table']")!.GetAttribute("href")!);
        Assert.That(table, Does.Contain(walked.Reference).And.Contain("Annuaire régional"));

        var recommendation = await officer.GetAsync("/recommendations?openOnly=true");
        var address = recommendation.Page.QuerySelector("#results .line-title")!.GetAttribute("href")!;
        Assert.That((await officer.FillAsync(address, "#note", ("Input.Text", "Fait"), ("Input.Status", "Implemented"))).LeadsTo, Is.EqualTo(address));
        var refused = await officer.FillAsync(address + "/verify", ("Input.Revision", "0"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await officer.FillAsync(address + "/verify")).LeadsTo, Is.EqualTo(address));
        Assert.That((await officer.GetAsync(address)).Page.QuerySelectorAll("main .tag-confirmed"), Has.Length.EqualTo(1));
        var csv = await officer.Client.GetStringAsync("/recommendations?handler=Table");
        Assert.That(csv.Split('\n')[0], Does.Contain(";"), "a French spreadsheet");
        Assert.That((await officer.GetAsync($"/requests/{walked.Reference}/similar")).Page.QuerySelector("#similar"), Is.Not.Null);
    }

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = App.Visit("fr");
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found));
        return visitor;
    }
}
