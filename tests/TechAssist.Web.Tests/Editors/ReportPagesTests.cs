using System.Net;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Editors;

public sealed class ReportPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_report_returned_with_a_remark_is_mended_and_handed_in_again_and_both_texts_can_be_read()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        var page = $"/requests/{walked.Reference}/missions/1/report";
        var (officer, expert, counterpart) = (await SignInAsync("officer"), await SignInAsync("expert1"), await SignInAsync("counterpart.sn"));

        var remarked = await officer.FillAsync(page, "form:has(input[name='Input.Section'][value='2'])", ("Input.Text", "Dire pourquoi le calendrier a changé."));
        Assert.That(remarked.LeadsTo, Does.StartWith(page));
        await AnswerAsync(officer, page, "return", ("Input.comment", "Presque."));

        var edit = await expert.GetAsync(page + "/edit");
        var remark = edit.Page.QuerySelector(".comment-open")!;
        Assert.That(remark.TextContent, Does.Contain("Dire pourquoi le calendrier a changé."));
        var id = remark.Id!["comment-".Length..];
        var saved = await expert.SubmitAsync(edit, "main form", ("Input.Purpose", "Le second texte."), ($"Answers[{id}]", "Expliqué."), ("Resolve", id));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", saved.Errors));
        var task = await AnswerAsync(expert, page, "submit");
        Assert.That(task.Page.QuerySelector("main")!.TextContent, Does.Contain("Presque."), "the expert reads why it came back");

        var now = await officer.GetAsync(page);
        var first = await officer.GetAsync(page + "?version=1");
        Assert.Multiple(() =>
        {
            Assert.That(now.Page.QuerySelector("main")!.TextContent, Does.Contain("Le second texte.").And.Contain("Expliqué."));
            Assert.That(Versions(now), Is.EqualTo(new[] { page + "?version=2", page + "?version=1" }));
            Assert.That(first.Page.QuerySelector("main .note")!.TextContent, Does.Contain("version 1"));
            Assert.That(first.Page.QuerySelector("main")!.TextContent, Does.Not.Contain("Le second texte."));
            Assert.That(first.Page.QuerySelectorAll("main form"), Is.Empty, "an earlier text is only read");
        });
        var changed = await officer.GetAsync(now.Page.QuerySelector("a[href$='/report/compare']")!.GetAttribute("href")!);
        Assert.That(changed.Page.QuerySelectorAll("main ins").Select(part => part.TextContent), Has.Some.Contain("second texte."));
        Assert.That(changed.Page.QuerySelectorAll("main del"), Is.Not.Empty);
        Assert.That((await counterpart.GetAsync(page + "/compare")).Status, Is.EqualTo(HttpStatusCode.NotFound), "not accepted yet");
        Assert.That((await officer.GetAsync(page + "/compare?from=1&to=9")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await officer.GetAsync(page + "?version=3")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await counterpart.GetAsync(page)).Page.QuerySelectorAll(".versions a"), Is.Empty, "not accepted yet");

        await AnswerAsync(officer, page, "accept");
        Assert.That(Versions(await counterpart.GetAsync(page)), Is.EqualTo(new[] { page + "?version=2" }));
        Assert.That((await counterpart.GetAsync(page + "?version=1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_translation_that_cannot_be_kept_says_why_beside_its_field_and_loses_nothing()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        var page = $"/requests/{walked.Reference}/missions/1/report/translation";
        var (expert, counterpart) = (await SignInAsync("expert1"), await SignInAsync("counterpart.sn"));
        Assert.That((await counterpart.GetAsync(page)).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var form = await expert.GetAsync(page);
        var tooLong = new string('x', 20_001);
        var refused = await expert.SubmitAsync(form, "form.editor", ("Input.Texts[0].Text", tooLong), ("Input.Texts[1].Text", "The second"));
        Assert.Multiple(() =>
        {
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(refused.Page.QuerySelector("[name='Input.Texts[0].Text']")!.TextContent.Trim(), Is.EqualTo(tooLong));
            Assert.That(refused.Page.QuerySelector("[name='Input.Texts[1].Text']")!.TextContent.Trim(), Is.EqualTo("The second"));
            Assert.That(refused.Page.QuerySelectorAll(".field-error"), Has.Count.EqualTo(1));
        });
        var kept = await expert.SubmitAsync(refused, "form.editor", ("Input.Texts[0].Text", "The first"));
        Assert.That(kept.LeadsTo, Is.EqualTo(page));
        var open = await expert.GetAsync(page + "?open=true");
        Assert.That(open.Page.QuerySelectorAll(".side-by-side"), Has.Count.EqualTo(form.Page.QuerySelectorAll(".side-by-side").Length - 2));
    }

    private static string[] Versions(Answer opened) => [.. opened.Page.QuerySelectorAll(".versions a").Select(link => link.GetAttribute("href")!)];

    /// <summary>Follows the report's page to the reader's task and answers it.</summary>
    /// <returns>The task as it was before.</returns>
    private static async Task<Answer> AnswerAsync(Visitor visitor, string page, string outcome, params (string Name, string Value)[] fields)
    {
        var report = await visitor.GetAsync(page);
        var task = await visitor.GetAsync(report.Page.QuerySelector(".ready a")!.GetAttribute("href")!);
        var done = await visitor.SubmitAsync(task, "#task-form", [.. fields, ("outcome", outcome)]);
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        return task;
    }

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = App.Visit("fr");
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found));
        return visitor;
    }
}
