using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Requests;

public sealed class JourneyTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_request_is_written_page_by_page_checked_and_submitted()
    {
        var visitor = await RequesterAsync("SN", "fr");
        var draft = await Journey.BeginAsync(visitor);
        Assert.That((await visitor.GetAsync(draft)).Page.QuerySelectorAll(".task-state-Complete").Length, Is.EqualTo(1));
        await Journey.WriteAsync(visitor, draft, Journey.Standard);
        Assert.That((await visitor.GetAsync(draft)).Page.QuerySelectorAll(".task-state-Complete").Length, Is.EqualTo(7));

        var check = await visitor.GetAsync(draft + "/check");
        Assert.That(check.Page.QuerySelector("main")!.TextContent, Does.Contain(Journey.TitleFr).And.Contain("Du 2 juin 2031 au 13 juin 2031").And.Contain("Deux statisticiennes"));
        var sent = await Journey.SubmitAsync(visitor, draft);

        var reference = sent.Page.QuerySelector(".receipt .reference")!.TextContent;
        var stored = await App.ReadAsync(db => db.Requests.SingleAsync(request => request.Reference == reference));
        Assert.Multiple(() =>
        {
            Assert.That(sent.Heading, Is.EqualTo("La demande est soumise"));
            Assert.That(reference, Does.StartWith("TA-2031-SN-"));
            Assert.That(sent.Page.QuerySelectorAll("main time"), Is.Not.Empty, "until when");
            Assert.That(stored.Content.Problem.Fr, Is.EqualTo(Journey.ProblemFr));
            Assert.That(stored.Content.Objectives, Is.EqualTo(new[] { "DAK11:R9", "DAK11:R11" }));
            Assert.That(stored.Content.Channel, Is.EqualTo(RequestChannel.Web));
            Assert.That(stored.EndorsedAt, Is.Null);
        });
        Assert.That((await visitor.GetAsync(draft)).LeadsTo, Is.EqualTo("/requests/" + reference), "there is no draft any more");
    }

    [Test]
    public async Task The_rapid_track_asks_for_the_short_form_only()
    {
        var visitor = await RequesterAsync("NE", "fr");
        var draft = await Journey.BeginAsync(visitor, ("Input.Track", "Rapid"));
        Assert.That((await visitor.GetAsync(draft + "/hosting")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await visitor.GetAsync(draft + "/why")).Page.QuerySelector("#results"), Is.Null);
        await Journey.WriteAsync(visitor, draft, Journey.Rapid);
        var sent = await Journey.SubmitAsync(visitor, draft);
        var reference = sent.Page.QuerySelector(".receipt .reference")!.TextContent;
        Assert.That(await App.ReadAsync(db => db.WorkflowRuns.AnyAsync(run =>
            run.Definition == "rapid" && db.Requests.Any(request => request.Id == run.RequestId && request.Reference == reference))), Is.True);
    }

    [Test]
    public async Task A_focal_point_who_asks_has_endorsed()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.FocalPoint, "TG", "en"));
        var draft = await Journey.BeginAsync(visitor);
        await Journey.WriteAsync(visitor, draft, Journey.Standard);
        var sent = await Journey.SubmitAsync(visitor, draft);
        Assert.That(sent.Page.QuerySelector("main")!.TextContent, Does.Contain("counts as endorsed"));
        var id = IdOf(draft);
        Assert.That(await App.ReadAsync(db => db.Requests.Where(request => request.Id == id).Select(request => request.EndorsedAt).SingleAsync()), Is.EqualTo(App.Now));
    }

    [Test]
    public async Task Submitting_too_early_lists_what_is_missing_with_a_way_to_each_field()
    {
        var visitor = await RequesterAsync("CV", "en");
        var draft = await Journey.BeginAsync(visitor);
        var refused = await visitor.FillAsync(draft + "/check");
        var links = refused.Page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(links, Does.Contain(draft + "/why#problem").And.Contain(draft + "/when#latestOn").And.Contain("#commitments-host"));
        foreach (var link in links.Where(link => link.StartsWith('/')))
        {
            Assert.That((await visitor.GetAsync(link)).Page.GetElementById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]), Is.Not.Null, link);
        }
    }

    [Test]
    public async Task Somebody_elses_draft_is_not_found_on_any_page()
    {
        var draft = await Journey.BeginAsync(await RequesterAsync("SN", "fr"));
        foreach (var other in new[] { await RequesterAsync("NE", "fr"), await App.SignInAsync(await App.Data.CreatePersonAsync(Role.FocalPoint, "SN")), await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer)) })
        {
            foreach (var page in new[] { "", "/kind", "/why", "/files", "/check", "/delete", "/sent" })
            {
                Assert.That((await other.GetAsync(draft + page)).Status, Is.EqualTo(HttpStatusCode.NotFound), page);
            }
        }
    }

    [Test]
    public async Task A_country_asks_for_itself_and_the_secretariat_for_any()
    {
        var requester = await RequesterAsync("SN", "en");
        var refused = await requester.FillAsync("/requests/new", ("Input.Country", "TG"));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));

        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var draft = await Journey.BeginAsync(officer, ("Input.Channel", "Delegation"), ("Input.Country", "TG"));
        var id = IdOf(draft);
        var content = await App.ReadAsync(db => db.Requests.Where(request => request.Id == id).Select(request => request.Content).SingleAsync());
        Assert.That((content.Channel, content.Country, content.Contact.Name), Is.EqualTo((RequestChannel.Delegation, "TG", (string?)null)));
        Assert.That((await (await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Expert))).GetAsync("/requests/new")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<Visitor> RequesterAsync(string country, string language) =>
        await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Requester, country, language));

    private static Guid IdOf(string draft) => Guid.Parse(draft[(draft.LastIndexOf('/') + 1)..]);
}
