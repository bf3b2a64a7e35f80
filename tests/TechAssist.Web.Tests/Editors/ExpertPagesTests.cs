using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Editors;

public sealed class ExpertPagesTests(Provider provider) : PortalTests(provider)
{
    private const string No = "false";

    [Test]
    public async Task The_search_starts_from_the_needs_of_the_case_and_leads_to_a_proposal()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, _) = await request.AddExpertAsync("Dubœuf-Recherche");
        var officer = await App.SignInAsync(request.Officer);
        var search = await officer.GetAsync($"/requests/{request.Reference}/experts/find");
        Assert.That(search.LeadsTo, Does.Contain("theme=").And.Contain("language=fr"));

        var found = await officer.GetAsync($"/requests/{request.Reference}/experts/find?text=duboeuf-recherche");
        var link = found.Page.QuerySelector("#results .line-title")!.GetAttribute("href")!;
        var proposed = await officer.FillAsync(link, ("Input.Role", "Statistician"), ("Input.Why", "Née pour cela"));
        Assert.That(proposed.LeadsTo, Is.EqualTo($"/requests/{request.Reference}/experts"), string.Join("; ", proposed.Errors));
        var nomination = await App.ReadAsync(db => db.Nominations.SingleAsync(row => row.RequestId == request.Id));
        Assert.That((nomination.ExpertId, nomination.Why, nomination.Status), Is.EqualTo((expertId, "Née pour cela", NominationStatus.Proposed)));
    }

    [Test]
    public async Task A_national_of_the_asking_country_is_proposed_only_by_the_coordinator_with_a_reason()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, _) = await request.AddExpertAsync("Sène", nationality: "SN");
        var address = $"/requests/{request.Reference}/experts/propose?expert={expertId}";
        var refused = await (await App.SignInAsync(request.Officer)).FillAsync(address, ("Input.Role", "Statistician"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));

        var coordinator = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Coordinator));
        var waived = await coordinator.FillAsync(address, ("Input.Role", "Statistician"), ("Input.ConflictWaiver", "Vit à Paris depuis vingt ans."));
        Assert.That(waived.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", waived.Errors));
    }

    [Test]
    public async Task An_expert_accepts_with_the_whole_declaration_and_nobody_else_sees_the_invitation()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, person) = await request.AddExpertAsync("Łęcka");
        var nominationId = await request.ProposeAsync(expertId);
        await request.InviteAsync(nominationId);
        var address = $"/invitations/{nominationId}";
        var expert = await App.SignInAsync(person);

        var half = await expert.FillAsync(address, ("Input.Accepts", "true"));
        Assert.That(half.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(half.Page.GetElementById("declaration-interests-error"), Is.Not.Null);
        half = await expert.SubmitAsync(half, "main form[method=post]", ("Input.Declaration.Interests", "some"));
        Assert.That(half.Page.GetElementById("declaration-employedByRequester-error"), Is.Not.Null);
        var accepted = await expert.SubmitAsync(
            half, "main form[method=post]", ("Input.Declaration.EmployedByRequester", No), ("Input.Declaration.FamilyOrFinancialInterest", No),
            ("Input.Declaration.BiddingForFollowOn", No), ("Input.Declaration.AuthorOfPolicy", No), ("Input.Declaration.GovernmentInDispute", No));
        Assert.That(accepted.LeadsTo, Is.EqualTo(address), string.Join("; ", accepted.Errors));
        Assert.That(await App.ReadAsync(db => db.Nominations.Where(row => row.Id == nominationId).Select(row => row.Status).SingleAsync()), Is.EqualTo(NominationStatus.Accepted));

        var stranger = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Expert));
        Assert.That((await stranger.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_roster_is_the_secretariats_and_a_profile_its_experts_own()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, person) = await request.AddExpertAsync("Échevarría");
        var expert = await App.SignInAsync(person);
        Assert.That((await expert.GetAsync("/roster")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var saved = await expert.FillAsync($"/roster/{expertId}/edit", ("Input.Bio.Fr", "Démographe à Évora"));
        Assert.That(saved.LeadsTo, Is.EqualTo($"/roster/{expertId}"), string.Join("; ", saved.Errors));
        Assert.That((await expert.GetAsync($"/roster/{expertId}")).Page.QuerySelector(".prose")!.TextContent, Does.Contain("Démographe à Évora"));
        var requester = await App.SignInAsync(request.Requester);
        Assert.That((await requester.GetAsync($"/roster/{expertId}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
