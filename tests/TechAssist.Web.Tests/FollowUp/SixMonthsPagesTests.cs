using System.Net;
using NUnit.Framework;
using TechAssist.Testing;
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
}
