using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Account;

public sealed class InvitationTests(Provider provider) : PortalTests(provider)
{
    private const string Password = "girafe-tambour-lagune";

    [Test]
    public async Task An_invited_person_chooses_a_password_once_and_is_signed_in()
    {
        var link = await InviteAsync("ines.goncalves@example.org", "Inês Gonçalves");
        var visitor = App.Visit();
        var opened = await visitor.GetAsync(link);
        Assert.That(opened.Heading, Is.EqualTo("Bienvenue, Inês Gonçalves").Or.EqualTo("Welcome, Inês Gonçalves"));
        var done = await visitor.SubmitAsync(opened, "main form", ("Input.Password", Password));
        Assert.That(done.LeadsTo, Is.EqualTo("/"));
        Assert.That((await visitor.GetAsync("/")).Heading, Does.Contain("Inês Gonçalves"));

        var second = await App.Visit().GetAsync(link);
        Assert.That(second.Heading, Is.EqualTo("This link no longer works"));
        var kinds = await App.ReadAsync(db => db.Timeline.Where(entry => entry.ActorName == "Inês Gonçalves").Select(entry => entry.Kind).ToListAsync());
        Assert.That(kinds, Is.EqualTo(new[] { "invitation-accepted" }));
    }

    [TestCase("", "Fill in this field")]
    [TestCase("too short", "At least 12 characters")]
    [TestCase("password1234", "too easy to guess")]
    [TestCase("aaaaaaaaaaaaaaaa", "too easy to guess")]
    public async Task A_weak_password_is_refused_with_the_reason_and_the_link_stays_good(string password, string reason)
    {
        var link = await InviteAsync($"weak{password.Length}.{password.GetHashCode(StringComparison.Ordinal):x}@example.org", "Élodie N’Diaye");
        var visitor = App.Visit();
        var refused = await visitor.FillAsync(link, ("Input.Password", password));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Page.QuerySelector("#password-error")!.TextContent, Does.Contain(reason));
        Assert.That((await visitor.SubmitAsync(refused, "main form", ("Input.Password", Password))).LeadsTo, Is.EqualTo("/"));
    }

    [Test]
    public async Task A_link_of_somebody_else_or_made_up_does_not_work()
    {
        var link = await InviteAsync("real@example.org", "Real Person");
        var other = await App.Data.CreatePersonAsync(Role.Expert, withPassword: false);
        var token = link[link.IndexOf("&token", StringComparison.Ordinal)..];
        foreach (var wrong in new[] { $"/account/invitation?person={other.Id:N}{token}", "/account/invitation?person=x&token=y", "/account/invitation" })
        {
            Assert.That((await App.Visit().GetAsync(wrong)).Heading, Is.EqualTo("This link no longer works"), wrong);
        }
    }

    [Test]
    public async Task A_forgotten_password_is_answered_the_same_for_every_address_and_mailed_to_the_one_that_exists()
    {
        var person = await App.Data.CreatePersonAsync(Role.FocalPoint, "SN", "fr");
        var known = await App.Visit("fr").FillAsync("/account/forgot", ("Input.Email", person.Email));
        var unknown = await App.Visit("fr").FillAsync("/account/forgot", ("Input.Email", "nobody@example.org"));
        Assert.That(known.Heading, Is.EqualTo("Consultez votre boîte de courriel").And.EqualTo(unknown.Heading));
        Assert.That(known.Status, Is.EqualTo(unknown.Status));

        var mail = await App.ReadAsync(db => db.Outbox.SingleAsync(message => message.PersonId == person.Id));
        Assert.That((mail.Template, mail.Language), Is.EqualTo(("password-reset", "fr")));
        var visitor = App.Visit("fr");
        var done = await visitor.FillAsync(mail.OncePath!, ("Input.Password", Password));
        Assert.That(done.LeadsTo, Is.EqualTo("/"));
        var old = await App.Visit().FillAsync("/account/sign-in", ("Input.Email", person.Email), ("Input.Password", TestPerson.Password));
        Assert.That(old.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private async Task<string> InviteAsync(string email, string name)
    {
        var administrator = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        var done = await administrator.FillAsync(
            "/admin/people/invite", ("Input.Name", name), ("Input.Email", email), ("Input.Language", "en"), ("Input.Roles.Global", "Expert"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        return await App.ReadAsync(async db => (await db.Outbox.SingleAsync(message => message.ToAddress == email)).OncePath!);
    }
}
