using System.Net;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Editors;

public sealed class CostsPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Costs_with_cents_are_saved_in_both_languages_and_only_the_secretariat_reads_them()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        var page = $"/requests/{walked.Reference}/missions/1";
        foreach (var (name, language, actual, shown) in new[] { ("officer", "fr", "870.5", "870,5 EUR"), ("logistics", "en", "1870.5", "1,870.5 EUR") })
        {
            var officer = await SignInAsync(name, language);
            var form = await officer.GetAsync(page + "/costs");
            var saved = await officer.SubmitAsync(
                form, "main form", ("Input.Lines[0].Text", "Billets"), ("Input.Lines[0].Estimate", "900.25"), ("Input.Lines[0].Actual", actual));
            Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", saved.Errors));
            Assert.That((await officer.GetAsync(page)).Page.QuerySelector("main")!.TextContent, Does.Contain(shown));
            Assert.That((await officer.GetAsync(page + "/costs")).Page.QuerySelector("[name='Input.Lines[0].Estimate']")!.GetAttribute("value"), Is.EqualTo("900.25"));
        }

        var counterpart = await SignInAsync("counterpart.sn", "fr");
        Assert.That((await counterpart.GetAsync(page)).Page.QuerySelector("main")!.TextContent, Does.Not.Contain("870"));
        Assert.That((await counterpart.GetAsync(page + "/costs")).Status, Is.Not.EqualTo(HttpStatusCode.OK));
    }

    private async Task<Visitor> SignInAsync(string name, string language)
    {
        var visitor = App.Visit(language);
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found));
        return visitor;
    }
}
