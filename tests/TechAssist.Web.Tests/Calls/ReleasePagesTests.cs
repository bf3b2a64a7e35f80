using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Tests.Editors;

namespace TechAssist.Web.Tests.Calls;

/// <summary>The employer's release, on the page of the case's experts.</summary>
public sealed class ReleasePagesTests(Provider provider) : PortalTests(provider)
{
    private const string Form = "form[action*='handler=Release']";

    [Test]
    public async Task A_release_needs_its_day_and_terms_keeps_what_was_typed_and_stands_in_the_history()
    {
        var (request, nominationId) = await AcceptedAsync();
        var officer = await App.SignInAsync(request.Officer);
        var address = $"/requests/{request.Reference}/experts";
        var refused = await officer.SubmitAsync(await officer.GetAsync(address), Form, ("Note", "Trois semaines, traitement maintenu"), ("On", ""));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
        Assert.That(refused.Page.QuerySelector($"{Form} textarea")!.TextContent, Is.EqualTo("Trois semaines, traitement maintenu"));
        var today = DateOnly.FromDateTime(App.Now);
        var done = await officer.SubmitAsync(refused, Form, ("On", $"{today:yyyy-MM-dd}"));
        Assert.That(done.LeadsTo, Is.EqualTo($"{address}#nomination-{nominationId}"), string.Join("; ", done.Errors));
        var nomination = await App.ReadAsync(db => db.Nominations.SingleAsync(row => row.Id == nominationId));
        Assert.That((nomination.ReleasedOn, nomination.ReleaseNote), Is.EqualTo((today, "Trois semaines, traitement maintenu")));
        Assert.That(await App.ReadAsync(db => db.Timeline.CountAsync(row => row.RequestId == request.Id && row.Kind.StartsWith("release"))), Is.EqualTo(1));
    }

    [Test]
    public async Task Only_the_secretariat_records_a_release()
    {
        var (request, nominationId) = await AcceptedAsync();
        var requester = await App.SignInAsync(request.Requester);
        var page = await requester.GetAsync($"/requests/{request.Reference}/experts");
        Assert.That(page.Page.QuerySelector(Form), Is.Null);
        Assert.That(await App.ReadAsync(db => db.Nominations.Where(row => row.Id == nominationId).Select(row => row.ReleasedOn).SingleAsync()), Is.Null);
    }

    private async Task<(SomeCase Case, Guid NominationId)> AcceptedAsync()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, person) = await request.AddExpertAsync("Weiß-Ångström");
        var nominationId = await request.ProposeAsync(expertId);
        await request.InviteAsync(nominationId);
        var expert = await App.SignInAsync(person);
        var accepted = await expert.FillAsync($"/invitations/{nominationId}", ("Input.Accepts", "true"), ("Input.Declaration.Interests", "none"));
        Assert.That(accepted.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", accepted.Errors));
        return (request, nominationId);
    }
}
