using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.FollowUp;

/// <summary>The questionnaire six months after the mission, at its pages.</summary>
public sealed class SixMonthsPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Each_deliverable_is_asked_for_and_the_answers_lead_to_a_request()
    {
        var walked = await WalkedCase.SubmitAsync(App, "cabo-verde-border-management");
        await walked.WalkUntilAsync(act => act.Task == "followUp6");
        await walked.WaitForNextAsync();
        var (taskId, _) = await walked.TaskAsync();
        var visitor = App.Visit("en");
        Assert.That((await visitor.FillAsync("/account/sign-in", ("Input.Email", "counterpart.cv@demo.techassist.test"), ("Input.Password", DemoPeople.Password))).Status, Is.EqualTo(HttpStatusCode.Found));

        var task = await visitor.GetAsync($"/tasks/{taskId}");
        var legends = task.Page.QuerySelectorAll("fieldset.row-box > legend").Select(legend => legend.TextContent).ToList();
        Assert.That(legends, Has.Some.EqualTo("3. Risk profile for yachts and ferries"));
        var successor = task.Page.QuerySelectorAll("select[name='Input.recommendations[0].supersededById'] option").Select(option => option.GetAttribute("value")!).First(value => value.Length > 0);
        (string, string)[] said =
        [
            .. Enumerable.Range(0, 3).Select(index => ($"Input.deliverables[{index}].use", index == 2 ? "Partly" : "Used")),
            ("Input.deliverables[0].note", "In force at eight posts"), ("Input.deliverables[0].evidence", "https://example.org/manual"),
            ("Input.recommendations[0].status", "Superseded"), ("Input.recommendations[1].status", "InProgress"),
            ("Input.answers[0].score", "5"), ("Input.answers[1].score", "4"), ("Input.answers[2].comment", "Help with the regulation"), ("outcome", "submit"),
        ];
        var refused = await visitor.SubmitAsync(task, "#task-form", said);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Errors, Has.Count.EqualTo(1), string.Join("; ", refused.Errors));
        Assert.That(refused.Page.QuerySelector("textarea[name='Input.deliverables[0].note']")!.TextContent.Trim(), Is.EqualTo("In force at eight posts"), "nothing typed is lost");

        var sent = await visitor.SubmitAsync(refused, "#task-form", [.. said, ("Input.recommendations[0].supersededById", successor)]);
        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Found));
        var page = await visitor.GetAsync($"/requests/{walked.Reference}/evaluations");
        var text = page.Page.QuerySelector("main")!.TextContent;
        Assert.That(text, Does.Contain("Procedures for small posts, in Portuguese").And.Contain("Partly used").And.Contain("In force at eight posts").And.Contain("https://example.org/manual"));
        var draft = await visitor.SubmitAsync(page, "form.follow-on");
        Assert.That(draft.LeadsTo, Does.StartWith("/requests/draft/"));
        Assert.That((await visitor.SubmitAsync(page, "form.follow-on")).LeadsTo, Is.EqualTo(draft.LeadsTo));
    }
    [Test]
    public async Task A_file_that_shows_it_comes_with_the_answer_and_stays_when_the_rest_is_refused()
    {
        var walked = await WalkedCase.SubmitAsync(App, "cabo-verde-border-management");
        await walked.WalkUntilAsync(act => act.Task == "followUp6");
        await walked.WaitForNextAsync();
        var (taskId, _) = await walked.TaskAsync();
        var visitor = App.Visit("en");
        await visitor.FillAsync("/account/sign-in", ("Input.Email", "counterpart.cv@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        const string second = "Input.deliverables[1].file";

        var task = await visitor.GetAsync($"/tasks/{taskId}");
        ((IHtmlInputElement)task.Page.QuerySelector("input[name='Input.deliverables[1].use'][value=Used]")!).IsChecked = true;
        ((IHtmlTextAreaElement)task.Page.QuerySelector("textarea[name='Input.deliverables[1].note']")!).Value = "Appliqué à l’aéroport";
        var told = await visitor.SendFilesAsync(task, "#task-form", $"/tasks/{taskId}?outcome=submit", second, ("règlement.pdf", [0x4D, 0x5A, 0x90, 0]));
        Assert.That((told.Status, Problem(told, second)), Is.EqualTo((HttpStatusCode.BadRequest, "Error: The content is not that of a pdf file. Save it again in that format, or give it its right ending")));
        Assert.That(told.Page.QuerySelector("textarea[name='Input.deliverables[1].note']")!.TextContent.Trim(), Is.EqualTo("Appliqué à l’aéroport"));

        var kept = await visitor.SendFilesAsync(told, "#task-form", $"/tasks/{taskId}?outcome=submit", second, ("règlement.pdf", "%PDF-1.7\n"u8.ToArray()));
        Assert.That(kept.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            (Problem(kept, "Input.deliverables[0].use"), Problem(kept, "Input.deliverables[1].use"), Problem(kept, "Input.deliverables[2].use"), Problem(kept, second)),
            Is.EqualTo(("Error: Fill in this field", (string?)null, "Error: Fill in this field", (string?)null)), "each said where it is");
        Assert.That(Chosen(kept), Is.EqualTo("règlement.pdf"));
        Assert.That(Chosen(await visitor.GetAsync($"/tasks/{taskId}")), Is.EqualTo("règlement.pdf"), "also for whoever comes back another day");

        var sent = await visitor.SubmitAsync(
            kept, "#task-form",
            [
                .. Enumerable.Range(0, 3).Select(index => ($"Input.deliverables[{index}].use", "Used")), .. Enumerable.Range(0, 2).Select(index => ($"Input.recommendations[{index}].status", "InProgress")),
                ("Input.answers[0].score", "5"), ("Input.answers[1].score", "4"), ("Input.answers[2].comment", "Rien"), ("outcome", "submit"),
            ]);
        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", sent.Errors));
        var evidence = (await visitor.GetAsync($"/requests/{walked.Reference}/evaluations")).Page.QuerySelectorAll("main a").Single(link => link.TextContent.Contains("règlement.pdf", StringComparison.Ordinal));
        using var file = await visitor.Client.GetAsync(evidence.GetAttribute("href"));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var lines = await App.ReadAsync(db => db.Timeline.Where(line => line.RequestId == walked.RequestId && line.Kind.StartsWith("document-")).OrderByDescending(line => line.Id).Take(2).Select(line => line.Kind).ToListAsync());
        Assert.That(lines, Is.EquivalentTo(new[] { "document-refused", "document-attached" }));
    }

    private static string? Problem(Answer page, string field) => page.Page.QuerySelector($"#{FieldNames.Id(field)}-error")?.TextContent.Trim();

    private static string Chosen(Answer page) => ((IHtmlSelectElement)page.Page.QuerySelector("select[name='Input.deliverables[1].documentId']")!).SelectedOptions.Single().Text.Trim();
}
