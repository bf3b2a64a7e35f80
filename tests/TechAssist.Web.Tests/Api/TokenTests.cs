using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Api;

public sealed class TokenTests(Provider provider) : ApiTests(provider)
{
    private const string List = "/api/v1/requests";

    [Test]
    public async Task Without_a_token_the_answer_is_401_and_no_redirect()
    {
        var reply = await Nobody.GetAsync(List, "en");
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.Unauthorized, "not-signed-in")));
        Assert.That(reply.Response.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer realm=\"TechAssist\""));
        Assert.That(reply["title"], Is.EqualTo("A valid token is needed"));
    }

    [TestCase("x")]
    [TestCase("Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmE")]
    public async Task A_token_that_nobody_made_is_401(string token)
    {
        var reply = await new Caller(App.CreateClient(), token).GetAsync(List);
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(reply.Response.Headers.WwwAuthenticate.ToString(), Does.Contain("invalid_token"));
    }

    [TestCase("/api/v1/requests")]
    [TestCase("/API/V1/requests")]
    public async Task A_cookie_counts_for_nothing_under_api(string address)
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Coordinator));
        var response = await visitor.Client.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_of_a_closed_account_is_401()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer, withPassword: false);
        var caller = await Caller.ForAsync(App, person);
        Assert.That((await caller.GetAsync(List)).Status, Is.EqualTo(HttpStatusCode.OK));
        await App.WriteAsync(db => db.People.Single(row => row.Id == person.Id).Close());
        Assert.That((await caller.GetAsync(List)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_use_is_noted_at_most_once_a_minute()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer, withPassword: false);
        var caller = await Caller.ForAsync(App, person);
        Task<DateTime?> LastUsedAsync() => App.ReadAsync(db => db.ApiTokens.Where(token => token.PersonId == person.Id).Select(token => token.LastUsedAt).SingleAsync());

        await caller.GetAsync(List);
        var first = await LastUsedAsync();
        App.Clock.Advance(TimeSpan.FromSeconds(59));
        await caller.GetAsync(List);
        Assert.That(first, Is.Not.Null);
        Assert.That(await LastUsedAsync(), Is.EqualTo(first));
        App.Clock.Advance(TimeSpan.FromSeconds(2));
        await caller.GetAsync(List);
        Assert.That(await LastUsedAsync(), Is.EqualTo(App.Now));
    }

    [Test]
    public async Task The_page_shows_a_new_token_once_and_takes_it_back()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var created = await visitor.FillAsync("/account/tokens", ("Input.Name", "Export été"));
        var token = created.Page.QuerySelector("code.token")!.TextContent;
        Assert.That(token, Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That((await new Caller(App.CreateClient(), token).GetAsync(List)).Status, Is.EqualTo(HttpStatusCode.OK));

        var again = await visitor.GetAsync("/account/tokens");
        Assert.That(again.Page.Body!.TextContent, Does.Contain("Export été").And.Not.Contain(token));
        var revoked = await visitor.SubmitAsync(again, "li form[method=post]");
        Assert.That(revoked.LeadsTo, Is.EqualTo("/account/tokens"));
        Assert.That((await new Caller(App.CreateClient(), token).GetAsync(List)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_without_a_name_is_refused_on_the_page()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var answer = await visitor.FillAsync("/account/tokens");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Errors, Is.EqualTo(new[] { "What is it for? Fill in this field" }));
    }

    [Test]
    public async Task Somebody_elses_token_cannot_be_revoked()
    {
        var owner = await App.Data.CreatePersonAsync(Role.CaseOfficer, withPassword: false);
        var caller = await Caller.ForAsync(App, owner);
        var id = await App.ReadAsync(db => db.ApiTokens.Where(token => token.PersonId == owner.Id).Select(token => token.Id).SingleAsync());
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        await visitor.FillAsync("/account/tokens", ("Input.Name", "mine"));
        var answer = await visitor.SubmitAsync(await visitor.GetAsync("/account/tokens"), "li form[method=post]", ("id", id.ToString()));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await caller.GetAsync(List)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Making_and_revoking_a_token_is_in_the_audit_without_the_token()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer, name: "Ásdís"));
        var created = await visitor.FillAsync("/account/tokens", ("Input.Name", "audited"));
        await visitor.SubmitAsync(created, "li form[method=post]");
        var lines = await App.ReadAsync(db => db.Timeline.AsNoTracking().Where(line => line.ActorName == "Ásdís").OrderBy(line => line.Number).ToListAsync());
        Assert.That(lines.Select(line => line.Kind), Is.EqualTo(new[] { "token-created", "token-revoked" }));
        Assert.That(lines.SelectMany(line => line.Values.Values), Has.None.EqualTo(created.Page.QuerySelector("code.token")!.TextContent));
    }
}
