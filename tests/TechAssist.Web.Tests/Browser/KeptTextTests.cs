using Microsoft.Playwright;
using NUnit.Framework;
using TechAssist.Core.EndOfMission;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>Text of a report that is on the writer's device and that the server did not take.</summary>
public sealed class KeptTextTests : BrowserTests
{
    private const string Lessons = "Input.Lessons";
    private const string Positive = "Input.Positive";

    [Test]
    public async Task What_the_server_refuses_stays_on_the_device_and_is_shown_until_it_arrives_or_is_discarded()
    {
        var report = await WrittenReport.ReturnedAsync(App);
        var hotel = await SignInAsync("expert1@demo.techassist.test", 390);
        var page = hotel.Page;
        await page.GotoAsync(report.EditAddress);
        await WriteOfflineAsync(page, Lessons, "Écrit avant la remise.");
        await page.GotoAsync("about:blank");

        // Somebody else hands the report in meanwhile: there is no editor to come back to.
        await report.SetStatusAsync(ReportStatus.Submitted);
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(report.EditAddress);
        var kept = page.Locator("#kept .kept-text");
        await Assertions.Expect(kept).ToHaveCountAsync(1);
        await kept.Locator("summary").ClickAsync();
        await Assertions.Expect(kept).ToContainTextAsync("Écrit avant la remise.");
        Assert.That((await hotel.BarriersAsync(), await hotel.IsTooWideAsync()), Is.EqualTo((Array.Empty<string>(), false)));
        await kept.Locator("[data-act=send]").ClickAsync();
        await Assertions.Expect(kept.Locator(".kept-why")).ToContainTextAsync("Non enregistré");
        Assert.That((await report.ContentAsync()).Lessons, Is.Not.EqualTo("Écrit avant la remise."));

        // It comes back to its authors; the line is bad: the page comes, and what it sends does not arrive.
        await report.SetStatusAsync(ReportStatus.Returned);
        await page.RouteAsync("**/report/edit?handler=Keep", route => route.AbortAsync());
        await page.GotoAsync(report.EditAddress);
        await page.Locator($"[name='{Positive}']").FillAsync("Écrit par-dessus.");
        await Assertions.Expect(page.Locator(".save-offline")).ToBeVisibleAsync();
        await page.UnrouteAsync("**/report/edit?handler=Keep");
        await page.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await report.UntilAsync(content => content.Lessons == "Écrit avant la remise." && content.Positive == "Écrit par-dessus.");
        await Assertions.Expect(page.Locator("#kept")).ToBeHiddenAsync();

        // What nobody wants any more goes, after a question.
        await WriteOfflineAsync(page, Lessons, "À jeter.");
        await page.GotoAsync("about:blank");
        await report.SetStatusAsync(ReportStatus.Submitted);
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(report.EditAddress);
        await kept.Locator("[data-act=discard]").ClickAsync();
        await kept.Locator("[data-act=no]").ClickAsync();
        await kept.Locator("[data-act=discard]").ClickAsync();
        await kept.Locator("[data-act=yes]").ClickAsync();
        await Assertions.Expect(kept).ToHaveCountAsync(0);
        Assert.That(await page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('kept.')).length"), Is.Zero);
    }

    [Test]
    public async Task When_the_session_ends_the_editor_says_so_and_goes_on_after_signing_in_in_another_tab()
    {
        var report = await WrittenReport.ReturnedAsync(App);
        var desk = await SignInAsync("expert1@demo.techassist.test", 1280);
        var page = desk.Page;
        await page.GotoAsync(report.EditAddress);
        await page.Context.ClearCookiesAsync();
        await page.Locator($"[name='{Lessons}']").FillAsync("Écrit après la fin de la session.");
        await Assertions.Expect(page.Locator(".save-offline")).ToContainTextAsync("dans un autre onglet");
        await Assertions.Expect(page.Locator("#standing [name=Revision]")).ToHaveCountAsync(1);

        // Another person signs in here: nothing is saved in their name.
        var other = new Desk(await page.Context.NewPageAsync(), [], javaScript: true);
        await other.SignInAsync("expert2@demo.techassist.test");
        await page.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator(".save-offline")).ToContainTextAsync("autre personne");
        Assert.That((await report.ContentAsync()).Lessons, Is.Not.EqualTo("Écrit après la fin de la session."));

        await page.Context.ClearCookiesAsync();
        await other.SignInAsync("expert1@demo.techassist.test");
        await page.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await report.UntilAsync(content => content.Lessons == "Écrit après la fin de la session.");
        await Assertions.Expect(page.Locator(".save-offline")).ToBeHiddenAsync();
        await page.Locator($"[name='{Positive}']").FillAsync("Et la suite.");
        await report.UntilAsync(content => content.Positive == "Et la suite.");
    }

    [Test]
    public async Task A_search_after_the_session_has_ended_leads_to_the_sign_in_page_and_what_was_searched()
    {
        await WalkedCase.ReadAsync(App, "senegal-migration-statistics");
        var desk = await SignInAsync("officer@demo.techassist.test", 1280);
        await desk.GoAsync("/recommendations");
        await desk.Page.Context.ClearCookiesAsync();
        await desk.Page.Locator("#text").FillAsync("registre");
        await desk.Page.Locator("#text").PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator("[name='Input.Password']")).ToBeVisibleAsync();
        Assert.That(Uri.UnescapeDataString(desk.Address), Does.Contain("/recommendations?").And.Contain("registre"));
    }

    private static async Task WriteOfflineAsync(IPage page, string field, string text)
    {
        await page.Context.SetOfflineAsync(true);
        await page.Locator($"[name='{field}']").FillAsync(text);
        await Assertions.Expect(page.Locator(".save-offline")).ToBeVisibleAsync();
    }
}
