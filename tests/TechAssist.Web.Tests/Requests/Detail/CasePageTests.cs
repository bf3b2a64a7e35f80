using System.Net;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Requests.Detail;

public sealed class CasePageTests(Provider provider) : PortalTests(provider)
{
    private static readonly string[] Tabs = ["", "/request", "/timeline", "/messages", "/documents", "/people", "/process"];

    [Test]
    public async Task The_requester_reads_plain_words_and_nothing_internal()
    {
        var made = await SubmittedCase.CreateAsync(App, "decision");
        var requester = await App.SignInAsync(made.Requester);
        foreach (var tab in Tabs)
        {
            var page = await requester.GetAsync(made.Address + tab);
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), tab);
            Assert.That(
                page.Page.QuerySelector("main")!.TextContent,
                Does.Not.Contain("Secretly doubtful").And.Not.Contain("view.").And.Not.Contain("Internal").And.Not.Contain("Score the request").And.Not.Contain("Decide on the request")
                    .And.Not.Contain(made.Adviser.Name),
                tab);
        }

        var standing = (await requester.GetAsync(made.Address)).Page.QuerySelector("main")!.TextContent;
        Assert.That(standing, Does.Contain("Awaiting decision").And.Contain("The secretariat").And.Contain("The coordinator decides."));
    }

    [Test]
    public async Task The_secretariat_reads_who_acts_until_when_and_the_internal_lines()
    {
        var made = await SubmittedCase.CreateAsync(App, "decision");
        var officer = await App.SignInAsync(made.Officer);
        var standing = (await officer.GetAsync(made.Address)).Page.QuerySelector("main")!.TextContent;
        Assert.That(standing, Does.Contain("Decide on the request").And.Contain(made.Coordinator.Name).And.Contain("18:00 (Brussels)"));
        Assert.That((await officer.GetAsync(made.Address + "/timeline")).Page.QuerySelector("main")!.TextContent, Does.Contain("Secretly doubtful").And.Contain("Internal"));
        var process = (await officer.GetAsync(made.Address + "/process")).Page;
        Assert.That(process.QuerySelector(".drawing svg[role=img]"), Is.Not.Null);
        Assert.That(process.QuerySelector(".steps [aria-current=step]")!.TextContent, Does.Contain("Decide on the request"));
    }

    [Test]
    public async Task The_coordinator_finds_the_button_of_their_task()
    {
        var made = await SubmittedCase.CreateAsync(App, "decision");
        var coordinator = await App.SignInAsync(made.Coordinator);
        var task = await made.TaskOfAsync(made.Coordinator);
        Assert.That((await coordinator.GetAsync(made.Address)).Page.QuerySelector($"main a.btn[href='/tasks/{task}']"), Is.Not.Null);
        Assert.That((await coordinator.GetAsync("/tasks")).Page.QuerySelector($"main a[href='/tasks/{task}']"), Is.Not.Null);
    }

    [Test]
    public async Task A_refused_request_says_why_what_would_help_and_until_when_to_appeal()
    {
        var made = await SubmittedCase.CreateAsync(App, "declineWindow");
        var requester = await App.SignInAsync(made.Requester);
        var refusal = (await requester.GetAsync(made.Address)).Page.QuerySelector(".refusal")!;
        Assert.That(refusal.TextContent, Does.Contain("More than we can do.").And.Contain("Ask for less.").And.Contain("You may appeal until").And.Contain("(Accra)"));
        Assert.That(refusal.QuerySelector($"a[href='/tasks/{await made.TaskOfAsync(made.Requester)}']"), Is.Not.Null);
    }

    [Test]
    public async Task What_is_not_theirs_to_see_is_not_there()
    {
        var made = await SubmittedCase.CreateAsync(App);
        foreach (var person in new[] { await App.Data.CreatePersonAsync(Role.FocalPoint, "TG"), await App.Data.CreatePersonAsync(Role.Requester, "GH"), await App.Data.CreatePersonAsync(Role.Expert) })
        {
            var visitor = await App.SignInAsync(person);
            foreach (var tab in Tabs)
            {
                Assert.That((await visitor.GetAsync(made.Address + tab)).Status, Is.EqualTo(HttpStatusCode.NotFound), tab);
            }
        }
    }

    [Test]
    public async Task The_committee_reads_no_contact_and_cannot_attach()
    {
        var made = await SubmittedCase.CreateAsync(App, "decision");
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Committee));
        Assert.That((await visitor.GetAsync(made.Address + "/request")).Page.Body!.TextContent, Does.Not.Contain("requester.gh@"));
        Assert.That((await visitor.GetAsync(made.Address + "/documents")).Page.QuerySelector("input[type=file]"), Is.Null);
        Assert.That((await visitor.GetAsync(made.Address + "/people")).Page.QuerySelector("main a[href^='mailto:']"), Is.Null);
    }

    [Test]
    public async Task A_file_is_attached_listed_and_sent_back_as_it_was()
    {
        var made = await SubmittedCase.CreateAsync(App, "eligibility");
        var visitor = await App.SignInAsync(made.Requester);
        var opened = await visitor.GetAsync(made.Address + "/documents");
        var token = opened.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent("%PDF-1.7\nÉté à Accra\n%%EOF"u8.ToArray()), "Input.File", "été.pdf" } };
        using var added = await visitor.Client.PostAsync(made.Address + "/documents", form);
        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Found), await added.Content.ReadAsStringAsync());
        var link = (await visitor.GetAsync(made.Address + "/documents")).Page.QuerySelectorAll("a.line-title").Single(one => one.TextContent == "été.pdf");
        using var sent = await visitor.Client.GetAsync(link.GetAttribute("href"));
        Assert.That(await sent.Content.ReadAsStringAsync(), Does.Contain("Été à Accra"));
        Assert.That(sent.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));

        using var none = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        using var refused = await visitor.Client.PostAsync(made.Address + "/documents", none);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task An_address_with_an_id_leads_to_the_one_with_the_reference()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var visitor = await App.SignInAsync(made.Requester);
        Assert.That((await visitor.GetAsync($"/requests/{made.Id}")).LeadsTo, Is.EqualTo(made.Address));
    }

    [Test]
    public async Task A_list_is_filtered_and_marks_what_is_late()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var officer = await App.SignInAsync(made.Officer);
        Assert.That((await officer.GetAsync($"/requests?text={made.Reference}")).Page.QuerySelectorAll(".line"), Has.Length.EqualTo(1));
        Assert.That((await officer.GetAsync($"/requests?text={made.Reference}&late=true")).Page.QuerySelectorAll(".line"), Is.Empty);
        App.Clock.Advance(TimeSpan.FromDays(30));
        officer = await App.SignInAsync(made.Officer);
        var late = (await officer.GetAsync($"/requests?text={made.Reference}&late=true&country=GH&stage=intake")).Page.QuerySelectorAll(".line-late");
        Assert.That(late, Has.Length.EqualTo(1));
    }
}
