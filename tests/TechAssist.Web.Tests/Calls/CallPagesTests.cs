using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Testing;
using TechAssist.Web.Tests.Editors;

namespace TechAssist.Web.Tests.Calls;

/// <summary>A call from the officer's page to the expert's answer by link, without signing in.</summary>
public sealed class CallPagesTests(Provider provider) : PortalTests(provider)
{
    private static readonly (string Name, string Value)[] NoConflict = [("Input.Declaration.Interests", "none")];

    [Test]
    public async Task An_officer_opens_a_call_and_an_expert_says_yes_without_signing_in([Values("fr", "en")] string language)
    {
        var (request, link) = await OpenAsync();
        var visitor = App.Visit(language);
        var page = await visitor.GetAsync(link + language);
        Assert.That(page.Page.DocumentElement!.GetAttribute("lang"), Is.EqualTo(language));
        Assert.That(page.Page.QuerySelector("main form .btn-primary")!.TextContent, Is.EqualTo(language == "fr" ? "Envoyer ma réponse" : "Send my answer"));

        var done = await visitor.SubmitAsync(page, "main form[method=post]", [("Input.Answer", "yes"), ("Input.Message", "Prête à partir, où que ce soit"), .. NoConflict]);
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        var after = await visitor.FollowAsync(done);
        Assert.That(after.Page.QuerySelector("main form"), Is.Null);
        var nomination = await App.ReadAsync(db => db.Nominations.SingleAsync(row => row.RequestId == request.Id));
        Assert.That((nomination.Status, nomination.Answer), Is.EqualTo((NominationStatus.Accepted, "Prête à partir, où que ce soit")));
    }

    [Test]
    public async Task Yes_if_needs_its_days_and_keeps_what_was_typed()
    {
        var (request, link) = await OpenAsync();
        var visitor = App.Visit("fr");
        var refused = await visitor.FillAsync(link + "fr", [("Input.Answer", "yesIf"), ("Input.Message", "Après la fête"), .. NoConflict]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Page.QuerySelector("[name='Input.Message']")!.TextContent, Does.Contain("Après la fête"));

        var done = await visitor.SubmitAsync(refused, "main form[method=post]", ("Input.OnlyOn[0].From", "2032-09-08"), ("Input.OnlyOn[0].To", "2032-09-12"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        var nomination = await App.ReadAsync(db => db.Nominations.SingleAsync(row => row.RequestId == request.Id));
        Assert.That(nomination.OfferedDays.Single().From, Is.EqualTo(new DateOnly(2032, 9, 8)));
    }

    [Test]
    public async Task A_no_needs_its_reason_and_no_declaration()
    {
        var (request, link) = await OpenAsync();
        var visitor = App.Visit("en");
        var refused = await visitor.FillAsync(link + "en", ("Input.Answer", "no"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var done = await visitor.SubmitAsync(refused, "main form[method=post]", ("Input.Message", "On leave"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        Assert.That(await App.ReadAsync(db => db.Nominations.Where(row => row.RequestId == request.Id).Select(row => row.Status).SingleAsync()), Is.EqualTo(NominationStatus.Declined));
    }

    [Test]
    public async Task Opening_changes_nothing_and_a_used_expired_or_changed_link_says_what_it_is()
    {
        var (request, link) = await OpenAsync();
        var visitor = App.Visit("en");
        for (var times = 0; times < 3; times++)
        {
            await visitor.GetAsync(link + "en");
        }

        Assert.That(await App.ReadAsync(db => db.Nominations.Where(row => row.RequestId == request.Id).Select(row => row.SeenAt).SingleAsync()), Is.Null);
        var changed = await visitor.GetAsync(link.Replace("/call/", "/call/A", StringComparison.Ordinal) + "en");
        Assert.That((changed.Status, changed.Heading), Is.EqualTo((HttpStatusCode.NotFound, "This link does not lead anywhere")));

        var opened = await visitor.GetAsync(link + "en");
        await visitor.SubmitAsync(opened, "main form[method=post]", ("Input.Answer", "no"), ("Input.Message", "On leave"));
        var twice = await visitor.SubmitAsync(opened, "main form[method=post]", ("Input.Answer", "no"), ("Input.Message", "Again"));
        Assert.That(twice.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(twice.Page.Body!.TextContent, Does.Contain("used already"));
        Assert.That(await App.ReadAsync(db => db.Timeline.CountAsync(row => row.RequestId == request.Id && row.Kind == "link-refused")), Is.EqualTo(1));
    }

    [Test]
    public async Task An_ended_call_says_so()
    {
        var (request, link) = await OpenAsync();
        var officer = await App.SignInAsync(request.Officer);
        var experts = await officer.GetAsync($"/requests/{request.Reference}/experts");
        var stood = await officer.SubmitAsync(experts, "form[action*=StandDownCall]", ("Reason", "The crisis is over"));
        Assert.That(stood.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", stood.Errors));
        var page = await App.Visit("en").GetAsync(link + "en");
        Assert.That(page.Page.QuerySelector("main form"), Is.Null);
        Assert.That(page.Page.QuerySelector(".note")!.TextContent, Does.Contain("no longer needed"));
    }

    /// <summary>A call to one expert, opened on the officer's page, and the expert's link up to its language.</summary>
    private async Task<(SomeCase Request, string Link)> OpenAsync()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, person) = await request.AddExpertAsync("Dubœuf");
        await request.ProposeAsync(expertId);
        var officer = await App.SignInAsync(request.Officer);
        var sent = await officer.FillAsync($"/requests/{request.Reference}/experts/call", ("Input.Role", "Statistician"), ("Input.Message.Fr", "À bientôt"));
        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", sent.Errors));
        var call = await App.ReadAsync(db => db.Calls.SingleAsync(row => row.RequestId == request.Id));
        Assert.That((call.Status, call.AutoProposes), Is.EqualTo((CallStatus.Open, false)), "of the standard track");
        var path = (await App.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Template == "call-opened" && mail.PersonId == person.Id))).OncePath!;
        return (request, path[..(path.IndexOf("lang=", StringComparison.Ordinal) + "lang=".Length)]);
    }
}
