using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Editors;

public sealed class PublicationPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_passage_is_remarked_on_marked_and_led_to_without_a_script()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        var page = $"/requests/{walked.Reference}/missions/1/report";
        var officer = await SignInAsync("officer");
        const string form = "form:has(input[name='Input.Section'][value='3'])";
        var refused = await officer.FillAsync(page, form, ("Input.Text", "Pourquoi ?"), ("Input.Quote", "onze règles ont disparu"));
        Assert.Multiple(() =>
        {
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(refused.Page.QuerySelector("#quote")!.TextContent.Trim(), Is.EqualTo("onze règles ont disparu"));
            Assert.That(refused.Page.QuerySelector("#quote-error"), Is.Not.Null);
            Assert.That(refused.Page.QuerySelector("#text")!.TextContent.Trim(), Is.EqualTo("Pourquoi ?"));
        });
        await officer.FillAsync(page, form, ("Input.Text", "Pourquoi ?"), ("Input.Quote", "La mission a procédé en trois temps"));
        var shown = await officer.GetAsync(page);
        var mark = shown.Page.QuerySelector("mark.passage-open")!;
        Assert.That(mark.TextContent, Is.EqualTo("La mission a procédé en trois temps"));
        Assert.That(shown.Page.QuerySelector(mark.QuerySelector("a")!.GetAttribute("href")!)!.TextContent, Does.Contain("Pourquoi ?"));
        Assert.That(shown.Page.QuerySelector($".comment-quote a[href='#{mark.Id}']"), Is.Not.Null, "and back");
        Assert.That((await officer.GetAsync(page + "?comments=Resolved")).Page.QuerySelectorAll(".comment"), Is.Empty);
    }

    [Test]
    public async Task A_remark_of_the_beneficiary_nobody_answered_is_led_to_from_the_editor_and_from_the_task()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "resolveComment" && act.By.StartsWith("officer", StringComparison.Ordinal));
        await walked.WaitForNextAsync();
        var editor = $"/requests/{walked.Reference}/missions/1/report/edit";
        var officer = await SignInAsync("officer");
        var edit = await officer.GetAsync(editor);
        var links = edit.Page.QuerySelectorAll(".missing a[href^='#comment-']").ToList();
        Assert.That(links, Has.Count.EqualTo(2));
        Assert.That(links.ConvertAll(link => edit.Page.GetElementById(link.GetAttribute("href")![1..])), Has.None.Null);
        Assert.That(links.ConvertAll(link => link.TextContent), Is.All.StartWith("Observation de "));

        var id = await App.ReadAsync(db => db.WorkItems.Where(item => item.RequestId == walked.RequestId && item.ClosedAt == null && item.Step.StepId == "finalisation").Select(item => item.Id).FirstAsync());
        var task = await officer.GetAsync($"/tasks/{id}");
        var far = task.Page.QuerySelectorAll($"main a[href^='{editor}#comment-']").Select(link => link.GetAttribute("href")!.Split('#')[1]);
        Assert.That(far, Is.EqualTo(links.ConvertAll(link => link.GetAttribute("href")![1..])));
    }

    [Test]
    public async Task What_the_officer_leaves_out_is_gone_from_what_everybody_signed_in_reads()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "leaveOut");
        await walked.WaitForNextAsync();
        var page = $"/requests/{walked.Reference}/missions/1/publication";
        var person = await App.Data.CreatePersonAsync(Role.ReferenceCountry, "CI");
        var (officer, stranger) = (await SignInAsync("officer"), await App.SignInAsync(person));
        var before = await officer.GetAsync(page);
        const string place = "form:has(input[name='Place'][value='lessons'])";
        var bare = await officer.SubmitAsync(before, place, ("Input.Reason", " "));
        Assert.That((bare.Status, bare.Page.QuerySelector("#reason-error") is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        await officer.FillAsync(page, place, ("Input.Reason", "Usage interne"));
        var left = await officer.GetAsync(page);
        Assert.That(left.Page.QuerySelector("#place-lessons")!.TextContent, Does.Contain("Usage interne").And.Not.Contain("dictionnaire"));
        Assert.That((await stranger.GetAsync(page)).Status, Is.EqualTo(HttpStatusCode.NotFound));

        await walked.WalkUntilAsync(act => act.Task == "publicationApproval" && act.Outcome == "approve");
        stranger = await App.SignInAsync(person);
        Assert.That((await stranger.GetAsync("/published")).Page.QuerySelector("#results .nothing"), Is.Not.Null, "not approved yet");
        await walked.WalkToEndAsync();
        stranger = await App.SignInAsync(person);
        var list = await stranger.GetAsync("/published?country=SN");
        var one = await stranger.GetAsync(list.Page.QuerySelector("#results .line-title")!.GetAttribute("href")!);
        Assert.That(one.Page.QuerySelectorAll("main ol.lines > li"), Has.Length.EqualTo(3), "one of four is left out");
        var html = await stranger.GetAsync(one.Page.QuerySelector("a[href*='report.html?lang=fr']")!.GetAttribute("href")!);
        Assert.That(html.Page.Body!.TextContent, Does.Contain("trois temps").And.Not.Contain("Mbodj").And.Not.Contain("orthographes de nationalité"));
        Assert.That((await stranger.GetAsync($"/requests/{walked.Reference}/missions/1/report")).Page.Body!.TextContent, Does.Not.Contain("trois temps"), "the case is theirs to see, its report is not");
    }

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = App.Visit("fr");
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found));
        return visitor;
    }
}
