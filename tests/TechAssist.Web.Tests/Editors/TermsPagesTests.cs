using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Terms;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Editors;

public sealed class TermsPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task The_terms_begin_with_what_the_request_says_and_name_what_is_missing_with_a_link_to_the_field()
    {
        var (_, visitor, edit) = await BeginAsync();
        var opened = await visitor.GetAsync(edit);
        Assert.That(opened.Page.GetElementById("background-fr")!.TextContent, Does.Contain("registres").Or.Contain("administrations"));
        var links = opened.Page.QuerySelectorAll("#standing .missing a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.That(links, Does.Contain("deliverables").And.Contain("scope-en"));
        Assert.That(links.Where(id => opened.Page.GetElementById(id) is null), Is.Empty, "every link leads to a field");
    }

    [Test]
    public async Task Rows_inside_rows_are_added_without_javascript_and_kept()
    {
        var (request, visitor, edit) = await BeginAsync();
        var more = await visitor.FillAsync(edit, ("row", "add:Input.Profiles[0].Languages"));
        Assert.That(more.Page.GetElementById("profiles-0-languages-0-language"), Is.Not.Null);
        var saved = await visitor.SubmitAsync(more, "main form", ("Input.Profiles[0].Languages[0].Language", "fr"), ("Input.Profiles[0].Languages[0].Level", "C1"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", saved.Errors));
        var content = await ContentAsync(request.Id);
        Assert.That(content.Profiles[0].Languages, Is.EqualTo(new[] { new TermsLanguage { Language = "fr", Level = Core.Experts.Cefr.C1 } }));
    }

    [Test]
    public async Task What_is_typed_is_kept_with_a_new_revision_and_an_older_page_cannot_undo_it()
    {
        var (request, visitor, edit) = await BeginAsync();
        var early = await visitor.GetAsync(edit);
        var opened = await visitor.GetAsync(edit);
        opened.Page.QuerySelector("main form")!.SetAttribute("action", edit + "?handler=Keep");
        var kept = await visitor.SubmitAsync(opened, "main form", ("Input.Scope.Fr", "Œuvre étendue"));
        Assert.That(kept.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(kept.Page.QuerySelector("#standing [name=Revision]")!.GetAttribute("value"), Is.EqualTo("1"));

        var refused = await visitor.SubmitAsync(early, "main form", ("Input.Scope.Fr", "Ancienne page"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(refused.Page.GetElementById("scope-fr")!.TextContent.Trim(), Is.EqualTo("Ancienne page"), "nothing that was typed is lost");
        Assert.That((await ContentAsync(request.Id)).Scope.Fr, Is.EqualTo("Œuvre étendue"));

        var over = await visitor.SubmitAsync(refused, "main form", ("Over", "1"));
        Assert.That(over.Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await ContentAsync(request.Id)).Scope.Fr, Is.EqualTo("Ancienne page"));
    }

    [Test]
    public async Task A_draft_is_not_the_requesting_sides_to_see_and_another_country_finds_no_case()
    {
        var (request, _, edit) = await BeginAsync();
        var requester = await App.SignInAsync(request.Requester);
        Assert.That((await requester.GetAsync(edit)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await requester.GetAsync($"/requests/{request.Reference}/terms")).Page.QuerySelector(".reader"), Is.Null);
        var elsewhere = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Requester, "GH"));
        Assert.That((await elsewhere.GetAsync($"/requests/{request.Reference}/terms")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<(SomeCase Request, Visitor Visitor, string Edit)> BeginAsync()
    {
        var request = await SomeCase.CreateAsync(App);
        var visitor = await App.SignInAsync(request.Officer);
        var started = await visitor.FillAsync($"/requests/{request.Reference}/terms");
        Assert.That(started.LeadsTo, Is.EqualTo($"/requests/{request.Reference}/terms/edit"));
        return (request, visitor, started.LeadsTo!);
    }

    private Task<TermsContent> ContentAsync(Guid requestId) =>
        App.ReadAsync(db => db.Terms.AsNoTracking().Where(terms => terms.RequestId == requestId).Select(terms => terms.Content).SingleAsync());
}
