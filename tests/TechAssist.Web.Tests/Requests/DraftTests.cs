using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Requests;

public sealed class DraftTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_page_with_mistakes_says_them_and_keeps_and_saves_what_was_typed()
    {
        var (visitor, draft, _) = await BeginAsync();
        var refused = await visitor.FillAsync(draft + "/why", ("Input.Problem.Fr", "Trop court, été"), ("Input.PolicyLink", "Axe 2"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Errors[0], Is.EqualTo("Contexte et problème : Au moins 200 caractères".Replace(" :", "\u00a0:", StringComparison.Ordinal)), "in the order of the page");
        Assert.That(refused.Page.GetElementById("problem-fr")!.TextContent.Trim(), Is.EqualTo("Trop court, été"));
        Assert.That((await ContentAsync(draft)).Problem.Fr, Is.EqualTo("Trop court, été"));
        Assert.That((await ContentAsync(draft)).PolicyLink, Is.EqualTo("Axe 2"));
    }

    [Test]
    public async Task A_draft_saves_itself_whatever_is_missing_and_says_when()
    {
        var (visitor, draft, _) = await BeginAsync();
        var opened = await visitor.GetAsync(draft + "/what");
        opened.Page.QuerySelector("main form")!.SetAttribute("action", draft + "/what?handler=Save");
        var saved = await visitor.SubmitAsync(opened, "main form", ("Input.Title.Fr", "Œuvre à suivre"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(saved.Page.GetElementById("saved-text")!.TextContent, Does.Contain("9\u00a0h\u00a000 (Dakar)"));
        Assert.That((await ContentAsync(draft)).Title.Fr, Is.EqualTo("Œuvre à suivre"));
    }

    [Test]
    public async Task Five_megabytes_in_a_field_are_refused_beside_it_and_given_back()
    {
        var (visitor, draft, _) = await BeginAsync();
        var text = new string('x', 5 * 1024 * 1024);
        var refused = await visitor.FillAsync(draft + "/why", ("Input.Problem.Fr", text));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Page.GetElementById("problem-fr-error"), Is.Not.Null);
        Assert.That(refused.Page.GetElementById("problem-fr")!.TextContent, Has.Length.GreaterThanOrEqualTo(text.Length));
        Assert.That((await ContentAsync(draft)).Problem.IsEmpty, Is.True);
    }

    [Test]
    public async Task A_newer_version_is_shown_beside_ones_own_and_neither_is_lost()
    {
        var (visitor, draft, person) = await BeginAsync();
        var early = await visitor.GetAsync(draft + "/safeguards");
        await (await App.SignInAsync(person)).FillAsync(draft + "/safeguards", ("Input.GenderAndRights", "La version récente"));

        var refused = await visitor.SubmitAsync(early, "main form", ("Input.GenderAndRights", "Ma version"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(refused.Page.GetElementById("newer")!.TextContent, Does.Contain("La version récente").And.Contain(person.Name));
        Assert.That(refused.Page.GetElementById("genderAndRights")!.TextContent.Trim(), Is.EqualTo("Ma version"));
        Assert.That((await ContentAsync(draft)).GenderAndRights, Is.EqualTo("La version récente"));

        await visitor.SubmitAsync(refused, "main form");
        Assert.That((await ContentAsync(draft)).GenderAndRights, Is.EqualTo("Ma version"), "sent again on purpose");
    }

    [Test]
    public async Task A_page_knows_its_own_save_again_when_the_answer_to_it_was_lost()
    {
        var (visitor, draft, _) = await BeginAsync();
        var opened = await visitor.GetAsync(draft + "/what");
        var form = opened.Page.QuerySelector("main form")!;
        form.SetAttribute("action", draft + "/what?handler=Save");
        await visitor.SubmitAsync(opened, "main form", ("Input.Title.Fr", "Statistiques"));

        form.SetAttribute("action", draft + "/what");
        var sent = await visitor.SubmitAsync(opened, "main form", ("Input.Title.Fr", "Statistiques migratoires"));
        Assert.That(sent.Status, Is.Not.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await ContentAsync(draft)).Title.Fr, Is.EqualTo("Statistiques migratoires"));
    }

    [Test]
    public async Task A_page_sent_while_it_saves_itself_is_no_conflict()
    {
        var (visitor, draft, _) = await BeginAsync();
        for (var round = 0; round < 4; round++)
        {
            var opened = await visitor.GetAsync(draft + "/what");
            var answers = await Task.WhenAll(new[] { "?handler=Save", "?handler=Save", "?handler=Save", "" }
                .Select((handler, index) => PostAsync(opened, handler, $"Statistiques {round}.{index}")).ToList());
            Assert.That(answers[..3].Select(answer => answer.Status), Has.All.EqualTo(HttpStatusCode.OK));
            Assert.That(answers[3].Status, Is.EqualTo(HttpStatusCode.BadRequest), "kept, and asked for what is missing");
            Assert.That(answers.SelectMany(answer => answer.Page.QuerySelectorAll("#newer")), Is.Empty);
        }

        Task<Answer> PostAsync(Answer opened, string handler, string title)
        {
            opened.Page.QuerySelector("main form")!.SetAttribute("action", draft + "/what" + handler);
            return visitor.SubmitAsync(opened, "main form", ("Input.Title.Fr", title));
        }
    }

    [Test]
    public async Task Two_tabs_on_different_pages_do_not_disturb_each_other()
    {
        var (visitor, draft, _) = await BeginAsync();
        var early = await visitor.GetAsync(draft + "/safeguards");
        await visitor.FillAsync(draft + "/what", ("Input.Title.Fr", "Un titre"));
        await visitor.SubmitAsync(early, "main form", ("Input.Sustainability", "Le budget"));
        var content = await ContentAsync(draft);
        Assert.That((content.Title.Fr, content.Sustainability), Is.EqualTo(("Un titre", "Le budget")));
    }

    [Test]
    public async Task Rows_are_added_without_javascript_and_empty_ones_are_not_kept()
    {
        var (visitor, draft, _) = await BeginAsync();
        var more = await visitor.FillAsync(draft + "/when", ("Input.Periods[0].From", "2031-07-01"), ("row", "add:Input.Periods"));
        Assert.That(more.Page.QuerySelectorAll("#periods .row-box").Length, Is.EqualTo(2));
        Assert.That(more.Page.GetElementById("periods-0-from")!.GetAttribute("value"), Is.EqualTo("2031-07-01"));
        await visitor.SubmitAsync(more, "main form");
        Assert.That((await ContentAsync(draft)).Periods, Is.EqualTo(new[] { new Period { From = new DateOnly(2031, 7, 1) } }));
    }

    [Test]
    public async Task Forged_codes_are_refused_and_nothing_is_saved()
    {
        var (visitor, draft, _) = await BeginAsync();
        var refused = await visitor.FillAsync(draft + "/kind", ("Input.OtherCountries", "Atlantis"));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
        Assert.That((await ContentAsync(draft)).OtherCountries, Is.Empty);
    }

    [Test]
    public async Task A_draft_is_on_the_home_page_until_its_author_deletes_it()
    {
        var (visitor, draft, _) = await BeginAsync();
        Assert.That((await visitor.GetAsync("/")).Page.QuerySelector($"main a[href='{draft}']"), Is.Not.Null);
        var deleted = await visitor.FillAsync(draft + "/delete");
        Assert.That(deleted.LeadsTo, Is.EqualTo("/"));
        Assert.That((await visitor.GetAsync(draft)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_request_given_back_is_rewritten_on_the_same_pages()
    {
        var (visitor, draft, person) = await BeginAsync();
        await Journey.WriteAsync(visitor, draft, Journey.Standard);
        var focal = await App.Data.CreatePersonAsync(Role.FocalPoint, "SN", "fr");
        await Journey.SubmitAsync(visitor, draft);
        var endorsement = await TaskAsync(focal, draft);
        var returned = await (await App.SignInAsync(focal)).FillAsync($"/tasks/{endorsement}", "#task-form", ("outcome", "return"), ("Input.comment", "Précisez l’objectif."));
        Assert.That(returned.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", returned.Errors));

        Assert.That((await visitor.GetAsync(draft + "/kind")).Status, Is.EqualTo(HttpStatusCode.NotFound), "country and track are settled");
        await Journey.WriteAsync(visitor, draft, [("why", [("Input.Objective.Fr", "Publier chaque mois.")])]);
        var revision = await TaskAsync(person, draft);
        Assert.That((await visitor.FillAsync(draft + "/check")).LeadsTo, Is.EqualTo($"/tasks/{revision}"));
        Assert.That((await ContentAsync(draft)).Objective.Fr, Is.EqualTo("Publier chaque mois."));
    }

    private async Task<(Visitor Visitor, string Draft, TestPerson Person)> BeginAsync()
    {
        var person = await App.Data.CreatePersonAsync(Role.Requester, "SN", "fr");
        var visitor = await App.SignInAsync(person);
        return (visitor, await Journey.BeginAsync(visitor), person);
    }

    private Task<RequestContent> ContentAsync(string draft)
    {
        var id = IdOf(draft);
        return App.ReadAsync(db => db.Requests.AsNoTracking().Where(request => request.Id == id).Select(request => request.Content).SingleAsync());
    }

    private Task<Guid> TaskAsync(TestPerson person, string draft)
    {
        var id = IdOf(draft);
        return App.ReadAsync(db => db.WorkItems.Where(item => item.RequestId == id && item.PersonId == person.Id && item.ClosedAt == null).Select(item => item.Id).SingleAsync());
    }

    private static Guid IdOf(string draft) => Guid.Parse(draft[(draft.LastIndexOf('/') + 1)..]);
}
