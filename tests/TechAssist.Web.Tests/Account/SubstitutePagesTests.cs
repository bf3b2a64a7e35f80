using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Account;

public sealed class SubstitutePagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task An_officer_names_a_substitute_who_finds_the_task_marked_and_answers_it()
    {
        var made = await SubmittedCase.CreateAsync(App, "receipt");
        var substitute = await App.Data.CreatePersonAsync(Role.Logistics, name: "Ama Mensah");
        var away = await App.SignInAsync(made.Officer);
        var named = await away.FillAsync("/account/substitute", ("Input.SubstituteId", substitute.Id.ToString()), ("Input.FromOn", "2031-03-03"), ("Input.ToOn", "2031-03-09"), ("Input.Note", "À bientôt"));
        Assert.That(named.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", named.Errors));
        var said = await away.FollowAsync(named);
        Assert.That(said.Page.QuerySelector(".flash")!.TextContent, Does.Contain("Ama Mensah stands in for you"));

        var visitor = await App.SignInAsync(substitute);
        var home = await visitor.GetAsync("/");
        Assert.That(home.Page.QuerySelector("main > .note")!.TextContent, Does.Contain(made.Officer.Name));
        var row = home.Page.QuerySelectorAll("main .line").Single(line => line.QuerySelector(".reference")?.TextContent == made.Reference && line.QuerySelector(".tag") is not null);
        Assert.That(row.QuerySelector(".tag")!.TextContent, Is.EqualTo($"for {made.Officer.Name}"));
        var task = row.QuerySelector("a.line-title")!.GetAttribute("href")!;
        Assert.That((await visitor.GetAsync(task)).Page.Body!.TextContent, Does.Contain($"on behalf of {made.Officer.Name}"));
        var done = await visitor.FillAsync(task, "#task-form", ("outcome", "accept"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));

        var history = await away.GetAsync($"/requests/{made.Reference}/timeline");
        Assert.That(history.Page.QuerySelectorAll(".history-who").Select(who => who.TextContent), Has.Some.Contains($"Ama Mensah on behalf of {made.Officer.Name}"));
        Assert.That((await away.GetAsync("/account/substitute")).Page.Body!.TextContent, Does.Contain("1 task answered"));
        Assert.That(await App.ReadAsync(db => db.Requests.Where(row => row.Reference == made.Reference).Select(row => row.CaseOfficerId).SingleAsync()), Is.EqualTo(made.Officer.Id), "the case is the officer's, not the substitute's");
    }

    [Test]
    public async Task What_cannot_be_is_said_beside_the_field_and_the_rest_stays([Values("fr", "en")] string language)
    {
        var officer = await App.Data.CreatePersonAsync(Role.CaseOfficer, language: language);
        var other = await App.Data.CreatePersonAsync(Role.Logistics);
        var visitor = await App.SignInAsync(officer);
        var refused = await visitor.FillAsync("/account/substitute", ("Input.SubstituteId", other.Id.ToString()), ("Input.FromOn", "2031-03-05"), ("Input.ToOn", "2031-03-04"), ("Input.Note", "Voilà"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Page.QuerySelector("#input-toon-error, #toOn-error, [id$='toOn-error']"), Is.Not.Null);
        Assert.That(refused.Page.QuerySelector("textarea")!.TextContent.Trim(), Is.EqualTo("Voilà"));
    }

    [Test]
    public async Task It_is_ended_on_the_page()
    {
        var officer = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var other = await App.Data.CreatePersonAsync(Role.Logistics);
        var visitor = await App.SignInAsync(officer);
        await visitor.FillAsync("/account/substitute", ("Input.SubstituteId", other.Id.ToString()), ("Input.FromOn", "2031-03-03"), ("Input.ToOn", "2031-03-04"));
        var ended = await visitor.FillAsync("/account/substitute", "form[action*=End]");
        Assert.That(ended.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", ended.Errors));
        Assert.That((await visitor.FollowAsync(ended)).Page.QuerySelector(".line .tag")!.TextContent, Is.EqualTo("ended"));
    }

    [Test]
    public async Task Outside_the_secretariat_there_is_no_such_page()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.FocalPoint, "TG"));
        Assert.That((await visitor.GetAsync("/account/substitute")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await visitor.GetAsync("/duty")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
