using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Editors;

public sealed class MatchPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task The_officer_sees_why_and_proposes_with_one_click()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, _) = await request.AddExpertAsync("Dubœuf-Appariement");
        var officer = await App.SignInAsync(request.Officer);
        var address = $"/requests/{request.Reference}/experts/match";

        var page = await officer.GetAsync(address);
        Assert.That(page.Page.QuerySelector($"#expert-{expertId} .points")!.TextContent, Does.Match("[0-9]"));
        Assert.That(page.Page.QuerySelectorAll($"#expert-{expertId} .parts dt"), Has.Length.EqualTo(7));
        var proposed = await officer.SubmitAsync(page, $"#expert-{expertId} form[action*=Propose]");

        Assert.That(proposed.LeadsTo, Is.EqualTo(address), string.Join("; ", proposed.Errors));
        var nomination = await App.ReadAsync(db => db.Nominations.SingleAsync(row => row.RequestId == request.Id));
        Assert.That((nomination.ExpertId, nomination.Place, nomination.Status), Is.EqualTo((expertId, 1, NominationStatus.Proposed)));
        Assert.That((await officer.GetAsync(address)).Page.QuerySelector($"#expert-{expertId}"), Is.Null);
    }

    [Test]
    public async Task The_coordinator_waives_on_the_page_of_the_filter_and_the_officer_cannot()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, _) = await request.AddExpertAsync("Sène-Dérogation", nationality: "SN");
        var address = $"/requests/{request.Reference}/experts/match/stopped?seat=0&filter=Nationality";
        var officer = await App.SignInAsync(request.Officer);
        var asOfficer = await officer.GetAsync(address);
        Assert.That(asOfficer.Page.QuerySelectorAll("main .line-title").Select(link => link.TextContent), Has.Some.Contain("Sène-Dérogation"));
        Assert.That(asOfficer.Page.QuerySelectorAll("main form[method=post]"), Is.Empty);

        var coordinator = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Coordinator));
        var page = await coordinator.GetAsync(address);
        var line = page.Page.QuerySelector($"a[href='/roster/{expertId}']")!.Closest("li")!;
        line.QuerySelector("form")!.Id = "waive";
        var empty = await coordinator.SubmitAsync(page, "#waive", ("Reason", ""));
        Assert.That(empty.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Weights_are_tried_without_saving_and_saved_only_when_they_make_a_hundred()
    {
        var admin = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        var wrong = await admin.FillAsync("/admin/matching", ("Input.Theme", "36"));
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await App.ReadAsync(db => db.MatchingWeights.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task The_pages_are_the_secretariats()
    {
        var request = await SomeCase.CreateAsync(App);
        var requester = await App.SignInAsync(request.Requester);
        foreach (var address in new[] { $"/requests/{request.Reference}/experts/match", $"/requests/{request.Reference}/experts/match/stopped?filter=Nationality", "/roster/teams" })
        {
            Assert.That((await requester.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound), address);
        }

        var officer = await App.SignInAsync(request.Officer);
        foreach (var address in new[] { "/roster/teams", "/roster/fairness" })
        {
            Assert.That((await officer.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }
}
