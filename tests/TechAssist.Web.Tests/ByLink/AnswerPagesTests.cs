using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.ByLink;

/// <summary>The pages behind the signed link of a task: an answer, or the wish for more time, without signing in.</summary>
public sealed class AnswerPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_focal_point_endorses_from_the_mail([Values("fr", "en")] string language)
    {
        var (made, link) = await AskedAsync();
        var visitor = App.Visit(language);
        var page = await visitor.GetAsync($"{link}?lang={language}");
        Assert.That(page.Page.DocumentElement!.GetAttribute("lang"), Is.EqualTo(language));
        Assert.That(page.Page.QuerySelectorAll("[name='Input.Outcome']"), Has.Length.EqualTo(3));
        Assert.That(page.Page.QuerySelectorAll("details.due-why .account > li"), Has.Length.EqualTo(1), "why it is due then, without an account");

        var refused = await visitor.SubmitAsync(page, "main form[method=post]", ("Input.Outcome", "return"), ("Input.Comment", ""));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
        var done = await visitor.SubmitAsync(refused, "main form[method=post]", ("Input.Outcome", "endorse"), ("Input.Comment", "Priorité nationale"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        var after = await visitor.FollowAsync(done);
        Assert.That(after.Page.QuerySelector("main form"), Is.Null);
        Assert.That(after.Page.Body!.TextContent, Does.Contain(language == "fr" ? "Endosser la demande" : "Endorse the request"));
        Assert.That(await made.OpenStepsAsync(), Is.EqualTo(new[] { "receipt" }));
    }

    [Test]
    public async Task Opening_changes_nothing_and_a_changed_or_foreign_link_leads_nowhere()
    {
        var (made, link) = await AskedAsync();
        var visitor = App.Visit("en");
        for (var times = 0; times < 3; times++)
        {
            Assert.That((await visitor.GetAsync(link)).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(await made.OpenStepsAsync(), Is.EqualTo(new[] { "endorsement" }));
        foreach (var wrong in new[] { link.Replace("/answer/", "/answer/A", StringComparison.Ordinal), link.Replace("/answer/", "/call/", StringComparison.Ordinal), link.Replace("/answer/", "/no-objection/", StringComparison.Ordinal) })
        {
            var answer = await visitor.GetAsync(wrong);
            Assert.That((answer.Status, answer.Heading), Is.EqualTo((HttpStatusCode.NotFound, "This link does not lead anywhere")), wrong);
        }
    }

    [Test]
    public async Task More_time_is_asked_from_the_mail_and_granted_where_the_officer_is_led()
    {
        var (made, link) = await AskedAsync();
        var visitor = App.Visit("en");
        var until = DateOnly.FromDateTime(App.Now).AddDays(60);
        until = until.AddDays(until.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 });
        Assert.That((await visitor.GetAsync(link + "/more-time")).Page.QuerySelectorAll("details.due-why .account > li"), Has.Length.EqualTo(1));
        var refused = await visitor.FillAsync(link + "/more-time", ("Input.UntilOn", "2020-01-01"), ("Input.Reason", "Our committee meets late"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Page.QuerySelector("[name='Input.Reason']")!.TextContent, Does.Contain("Our committee meets late"));
        var done = await visitor.SubmitAsync(refused, "main form[method=post]", ("Input.UntilOn", $"{until:yyyy-MM-dd}"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));

        var path = (await App.ReadAsync(db => db.Outbox.FirstAsync(mail => mail.RequestId == made.Id && mail.Template == "more-time-asked"))).Values["path"];
        var coordinator = await App.SignInAsync(made.Coordinator);
        var grant = await coordinator.GetAsync(path);
        Assert.That(grant.Page.QuerySelector("[name='Input.UntilOn']")!.GetAttribute("value"), Is.EqualTo($"{until:yyyy-MM-dd}"));
        var granted = await coordinator.SubmitAsync(grant, "main form[method=post]", ("Input.Reason", "Granted"));
        Assert.That(granted.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", granted.Errors));
    }

    [Test]
    public async Task More_time_is_asked_by_its_own_link_declined_with_a_reason_and_asked_again([Values("fr", "en")] string language)
    {
        var (made, _) = await AskedAsync();
        var path = await App.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == made.Id && mail.MoreTimePath != null).Select(mail => mail.MoreTimePath!).FirstAsync());
        var link = path[..path.IndexOf('?', StringComparison.Ordinal)];
        var visitor = App.Visit(language);
        Assert.That((await visitor.GetAsync(link.Replace("/more-time/", "/more-time/A", StringComparison.Ordinal))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await visitor.GetAsync(link.Replace("/more-time/", "/answer/", StringComparison.Ordinal))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await visitor.GetAsync(link)).Page.QuerySelector("details.due-why"), Is.Not.Null, "why it is due then");
        var until = DateOnly.FromDateTime(App.Now).AddDays(60);
        until = until.AddDays(until.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 });
        var done = await visitor.FillAsync(link, ("Input.UntilOn", $"{until:yyyy-MM-dd}"), ("Input.Reason", "Congrès à Abidjan"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        Assert.That((await visitor.FollowAsync(done)).Page.QuerySelector("main form"), Is.Null, "it waits for a word");

        var decide = (await App.ReadAsync(db => db.Outbox.FirstAsync(mail => mail.RequestId == made.Id && mail.Template == "more-time-asked"))).Values["path"];
        var coordinator = await App.SignInAsync(made.Coordinator);
        var page = await coordinator.GetAsync(decide);
        Assert.That(page.Page.QuerySelector("main")!.TextContent, Does.Contain("Congrès à Abidjan"));
        const string Decline = "form[action*='handler=Decline']";
        var refused = await coordinator.SubmitAsync(page, Decline, ("Decline.Reason", ""));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
        var declined = await coordinator.SubmitAsync(refused, Decline, ("Decline.Reason", "Le comité siège avant"));
        Assert.That(declined.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", declined.Errors));
        Assert.That((await coordinator.GetAsync(decide)).Page.QuerySelector(Decline), Is.Null);
        Assert.That((await visitor.GetAsync(link)).Page.QuerySelector("main form"), Is.Not.Null);
    }

    [Test]
    public async Task More_time_is_asked_from_the_task_too_by_whoever_has_it()
    {
        var (made, _) = await AskedAsync();
        var address = $"/tasks/{await made.TaskOfAsync(made.FocalPoint)}/more-time";
        Assert.That((await (await App.SignInAsync(made.Requester)).GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var visitor = await App.SignInAsync(made.FocalPoint);
        Assert.That((await visitor.GetAsync(address)).Page.QuerySelector("main a.why"), Is.Not.Null);
        var refused = await visitor.FillAsync(address, ("Input.UntilOn", ""), ("Input.Reason", ""));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 2)));
    }

    private async Task<(SubmittedCase Case, string Link)> AskedAsync()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var path = await App.ReadAsync(db => db.Outbox
            .Where(mail => mail.RequestId == made.Id && mail.PersonId == made.FocalPoint.Id && mail.OncePath != null).Select(mail => mail.OncePath!).FirstAsync());
        return (made, path[..path.IndexOf('?', StringComparison.Ordinal)]);
    }
}
