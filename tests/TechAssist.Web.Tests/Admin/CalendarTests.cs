using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Admin;

/// <summary>The calendars, and the due times that are counted in them, as people see them.</summary>
public sealed class CalendarTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Only_administrators_see_the_calendars()
    {
        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        Assert.That((await officer.GetAsync("/admin/calendars/SN")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_year_of_a_calendar_names_its_holidays_and_how_sure_they_are()
    {
        var visitor = await AdministratorAsync();
        var page = await visitor.GetAsync("/admin/calendars/SN?year=2031");
        var text = page.Page.QuerySelector("main")!.TextContent;
        Assert.Multiple(() =>
        {
            Assert.That(page.Heading, Is.EqualTo("Calendar: Senegal"));
            Assert.That(page.Page.QuerySelectorAll(".year table"), Has.Length.EqualTo(12));
            Assert.That(text, Does.Contain("National Holiday").And.Contain("date-holidays").And.Contain("To be confirmed"));
        });
        Assert.That((await visitor.GetAsync("/admin/calendars/ZZ")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_announced_day_is_entered_with_its_source()
    {
        var visitor = await AdministratorAsync();
        var refused = await visitor.FillAsync("/admin/calendars/TG/enter", ("Input.On", ""), ("Input.NameFr", "Deuil"), ("Input.Source", ""));
        var saved = await visitor.FillAsync("/admin/calendars/TG/enter", ("Input.On", "2031-05-07"), ("Input.NameFr", "Deuil national"), ("Input.Source", "Décret"));
        Assert.Multiple(() =>
        {
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(refused.Errors, Has.Count.EqualTo(2));
            Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found));
        });
        Assert.That((await visitor.FollowAsync(saved)).Page.QuerySelector("main")!.TextContent, Does.Contain("Deuil national"));
    }

    [Test]
    public async Task A_file_is_shown_first_and_only_the_chosen_days_are_taken()
    {
        const string File = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20310707\nSUMMARY:Fête de la recolte\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20310101\nSUMMARY:Jour de l'an\nEND:VEVENT\nBEGIN:VEVENT\nUID:3\nDTSTART;VALUE=DATE:20310808\nSTATUS:TENTATIVE\nSUMMARY:Journée du lac\nEND:VEVENT\nEND:VCALENDAR\n";
        var visitor = await AdministratorAsync();
        var form = await visitor.GetAsync("/admin/calendars/BJ/import?year=2031");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(File), "Input.File", "benin.ics" },
        };
        using var answer = await visitor.Client.PostAsync("/admin/calendars/BJ/import?year=2031&handler=Read", content);
        var read = await answer.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(read, Does.Contain("The file names 3 days of this year."));
            Assert.That(read, Does.Contain("a holiday is known on this day"));
        });
        Assert.That(await App.ReadAsync(db => db.PublicHolidays.AnyAsync(holiday => holiday.Rule == "2031-07-07")), Is.False, "nothing is saved yet");

        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(read);
        Assert.That(shown.QuerySelectorAll("input[name=Certainty]").Single(radio => radio.HasAttribute("checked")).GetAttribute("value"), Is.EqualTo("ToBeConfirmed"));
        using var chosen = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", shown.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            KeyValuePair.Create("Source", "iCalendar: benin.ics"),
            KeyValuePair.Create("Certainty", "Confirmed"),
            .. shown.QuerySelectorAll("input[name=Chosen]").Where(box => box.HasAttribute("checked")).Select(box => KeyValuePair.Create("Chosen", box.GetAttribute("value")!)),
        ]);
        using var saved = await visitor.Client.PostAsync("/admin/calendars/BJ/import?year=2031", chosen);
        var row = await App.ReadAsync(db => db.PublicHolidays.SingleAsync(holiday => holiday.Rule == "2031-07-07"));
        Assert.That((saved.StatusCode, row.NameFr, row.Source, row.Certainty), Is.EqualTo((HttpStatusCode.Found, "Fête de la recolte", "iCalendar: benin.ics", Certainty.Confirmed)));
        var tentative = await App.ReadAsync(db => db.PublicHolidays.SingleAsync(holiday => holiday.Rule == "2031-08-08"));
        Assert.That((tentative.NameFr, tentative.Certainty), Is.EqualTo(("Journée du lac", Certainty.ToBeConfirmed)), "the file itself does not hold it for certain");
        var unsaid = await visitor.GetAsync("/admin/calendars/BJ?year=2031");
        Assert.That(unsaid.Page.QuerySelectorAll("td.unsure").Select(cell => cell.TextContent.Trim()), Has.Some.StartWith("8"));
    }

    [Test]
    public async Task A_calendar_is_exported_as_a_file()
    {
        var visitor = await AdministratorAsync();
        using var answer = await visitor.Client.GetAsync("/admin/calendars/MA?handler=File&year=2031");
        Assert.Multiple(async () =>
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/calendar"));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("SUMMARY:Feast of the Throne").And.Contain("DTSTART;VALUE=DATE:20330730"));
        });
    }

    [Test]
    public async Task A_due_time_explains_itself_beside_the_date_and_is_extended_there()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var requester = await App.SignInAsync(made.Requester);
        var link = (await requester.GetAsync(made.Address)).Page.QuerySelector("a.why")!.GetAttribute("href")!;
        var why = await requester.GetAsync(link);
        Assert.Multiple(() =>
        {
            Assert.That(why.Page.QuerySelector("main")!.TextContent, Does.Contain("Africa/Accra").And.Contain("Independence Day"), "Thursday 6 March is a holiday in Ghana");
            Assert.That(why.Page.QuerySelector($"a[href='{link}/extend']"), Is.Null, "a requester does not move it");
        });
        Assert.That((await requester.GetAsync(link + "/extend")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var coordinator = await App.SignInAsync(made.Coordinator);
        var extended = await coordinator.FillAsync(link + "/extend", ("Input.Reason", "Le ministre est en voyage."));
        var shown = await requester.GetAsync(link);
        Assert.Multiple(() =>
        {
            Assert.That(extended.Status, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(shown.Page.QuerySelectorAll(".account > li"), Has.Length.EqualTo(2));
            Assert.That(shown.Page.QuerySelector("main")!.TextContent, Does.Contain("Le ministre est en voyage."));
        });
    }

    private async Task<Visitor> AdministratorAsync() => await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
}
