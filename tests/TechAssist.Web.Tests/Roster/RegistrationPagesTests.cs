using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Roster;

/// <summary>An expert registers without scripts and without an account, and the secretariat admits.</summary>
public sealed class RegistrationPagesTests(Provider provider) : PortalTests(provider)
{
    private const string Form = "main form[method=post]";

    protected override IReadOnlyDictionary<string, string?>? Settings => new Dictionary<string, string?> { ["RateLimits:PublicPerMinute"] = "1000" };

    [Test]
    public async Task From_an_address_to_the_roster_part_by_part([Values("fr", "en")] string language)
    {
        var email = $"zoe.{language}@x.test";
        var visitor = App.Visit(language);
        var link = await ApplyAsync(visitor, email, language);
        var start = await visitor.GetAsync(link);
        Assert.That(start.Page.DocumentElement!.GetAttribute("lang"), Is.EqualTo(language));
        Assert.That(start.Page.QuerySelectorAll(".task-list li"), Has.Length.EqualTo(RegistrationPart.All.Count + 1));
        var address = link.Split('?')[0];

        var half = await visitor.FillAsync(address + "/identity", ("Input.GivenNames", "Zoë"), ("Input.FamilyName", $"Łęcka-{language}"));
        Assert.That(half.Status, Is.EqualTo(HttpStatusCode.BadRequest), "something is missing, and what was typed is kept");
        Assert.That(await App.ReadAsync(db => db.Registrations.Where(row => row.Email == email).Select(row => row.Name).SingleAsync()), Is.EqualTo($"Zoë Łęcka-{language}"));
        Ok(await visitor.SubmitAsync(half, Form, ("Input.Sex", "Female"), ("Input.BirthYear", "1980"), ("Input.Nationalities[0]", "FR"), ("Input.Residence", "FR")));
        Ok(await visitor.FillAsync(address + "/work", ("Input.Status", "Consultant"), ("Input.Education", "Master"), ("Input.Years", "12"), ("Input.YearsInMigration", "8")));
        Ok(await visitor.FillAsync(address + "/themes", ("Input.Themes[0].Theme", "T1"), ("Input.Themes[0].Level", "Practitioner"), ("Input.AssistanceTypes", "TRN")));
        Ok(await visitor.FillAsync(address + "/languages", ("Input.Languages[0].Language", "fr"), ("Input.Languages[0].IsMotherTongue", "true")));
        Ok(await visitor.FillAsync(address + "/experience", ("Input.Bio.Fr", "Démographe à Évora")));
        var early = await visitor.FillAsync(address + "/check");
        Assert.That(early.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(early.Page.QuerySelector($"a[href='{address}/cv#cv']"), Is.Not.Null, "what is missing leads to its place");

        var wrong = await AttachAsync(visitor, address, "<html>");
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await AttachAsync(visitor, address, "%PDF-1.7")).StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Ok(await visitor.FillAsync(address + "/references"));
        Ok(await visitor.FillAsync(address + "/references", ("Input.References[0].Name", "Aïda N’Diaye")));
        Ok(await visitor.FillAsync(address + "/availability", ("Input.NoticeDays", "5")));
        Ok(await visitor.FillAsync(address + "/consents", ("Agreed.Storage", "true")));
        var sent = await visitor.FillAsync(address + "/check");
        Assert.That(sent.LeadsTo, Is.EqualTo(address), string.Join("; ", sent.Errors));
        var over = await visitor.FollowAsync(sent);
        Assert.That(over.Page.QuerySelector("main form"), Is.Null);
        Assert.That(over.Page.QuerySelector("main")!.TextContent, Does.Not.Contain("Łęcka"), "nothing of it is shown any more");
        Assert.That((await visitor.GetAsync(address + "/identity")).LeadsTo, Is.EqualTo(address));

        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var list = await officer.GetAsync("/roster/registrations");
        var row = list.Page.QuerySelectorAll(".lines a").Single(found => found.TextContent.Contains($"Łęcka-{language}", StringComparison.Ordinal)).GetAttribute("href")!;
        var cv = await officer.GetAsync(row + "/cv");
        Assert.That(cv.Response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        var admitted = await officer.FillAsync(row, "form[action*='handler=Admit']");
        Assert.That(admitted.LeadsTo, Does.StartWith("/roster/"), string.Join("; ", admitted.Errors));
        Assert.That((await officer.FollowAsync(admitted)).Heading, Is.EqualTo($"Zoë Łęcka-{language}"));
    }

    [Test]
    public async Task A_row_more_keeps_what_was_typed_and_a_part_saves_itself()
    {
        var visitor = App.Visit("en");
        var address = (await ApplyAsync(visitor, "rows@x.test", "en")).Split('?')[0];
        var more = await visitor.FillAsync(address + "/languages", ("Input.Languages[0].Language", "en"), ("row", "add:Input.Languages"));
        Assert.That(more.Page.QuerySelector("[name='Input.Languages[1].Language']"), Is.Not.Null);
        var saved = await visitor.SubmitAsync(more, Form, ("Input.Languages[1].Language", "fr"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.BadRequest), "no language is at B2 yet");
        Assert.That(await App.ReadAsync(async db => (await db.Registrations.SingleAsync(row => row.Email == "rows@x.test")).Profile.Languages.Select(skill => skill.Language).ToArray()), Is.EqualTo(new[] { "en", "fr" }));
    }

    [Test]
    public async Task The_answer_to_an_address_is_the_same_whatever_is_known_of_it_and_a_made_up_link_is_none()
    {
        var person = await App.Data.CreatePersonAsync(Role.Expert);
        var visitor = App.Visit("en");
        var unknown = await visitor.FillAsync("/register/expert", ("Input.Email", "nobody@x.test"), ("Input.Language", "en"));
        var known = await visitor.FillAsync("/register/expert", ("Input.Email", person.Email), ("Input.Language", "en"));
        Assert.That(known.Page.QuerySelector("main")!.TextContent, Is.EqualTo(unknown.Page.QuerySelector("main")!.TextContent.Replace("nobody@x.test", person.Email, StringComparison.Ordinal)));
        foreach (var page in new[] { "", "/identity", "/cv", "/check" })
        {
            Assert.That((await visitor.GetAsync("/registration/" + new string('A', 43) + page)).Status, Is.EqualTo(HttpStatusCode.NotFound), page);
        }

        var focal = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.FocalPoint, "SN"));
        Assert.That((await focal.GetAsync("/roster/registrations")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static void Ok(Answer answer) => Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", answer.Errors));

    private async Task<string> ApplyAsync(Visitor visitor, string email, string language)
    {
        var asked = await visitor.FillAsync("/register/expert", ("Input.Email", email), ("Input.Language", language));
        Assert.That(asked.Status, Is.EqualTo(HttpStatusCode.OK), string.Join("; ", asked.Errors));
        return (await App.ReadAsync(db => db.Outbox.Where(mail => mail.ToAddress == email).Select(mail => mail.OncePath).SingleAsync()))!;
    }

    private static async Task<HttpResponseMessage> AttachAsync(Visitor visitor, string address, string content)
    {
        var opened = await visitor.GetAsync(address + "/cv");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(opened.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.ASCII.GetBytes(content)), "Upload.File", "cv.pdf" },
        };
        return await visitor.Client.PostAsync(address + "/cv", body);
    }
}
