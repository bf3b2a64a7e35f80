using System.Net;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Tests.Editors;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Tasks;

/// <summary>The calendar page and its private address.</summary>
public sealed class AgendaPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_month_lists_its_days_and_leads_to_the_months_beside_it([Values("2031-12", "nonsense", "0000-13", "")] string month)
    {
        var request = await SomeCase.CreateAsync(App);
        var officer = await App.SignInAsync(request.Officer);
        var page = await officer.GetAsync("/calendar?month=" + month);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"), Is.EqualTo(month == "2031-12" ? "/calendar?month=2032-01" : "/calendar?month=2031-04"));
    }

    [Test]
    public async Task A_due_time_leads_to_why_it_is_then()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var focalPoint = await App.SignInAsync(made.FocalPoint);
        var page = await focalPoint.GetAsync($"/calendar?month={App.Now:yyyy-MM}");
        var link = page.Page.QuerySelectorAll("main a.why").Single().GetAttribute("href")!;
        Assert.That(link, Does.StartWith(made.Address + "/due/"));
        Assert.That((await focalPoint.GetAsync(link)).Page.QuerySelectorAll(".account > li"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task The_address_is_made_read_by_a_program_and_taken_back()
    {
        var request = await SomeCase.CreateAsync(App);
        var officer = await App.SignInAsync(request.Officer);
        var made = await officer.FillAsync("/calendar", "form[action*='handler=Renew']");
        Assert.That(made.LeadsTo, Is.EqualTo("/calendar"));
        var page = await officer.FollowAsync(made);
        var address = new Uri(page.Page.GetElementById("address")!.GetAttribute("value")!).PathAndQuery;
        Assert.That(address, Does.Match(@"^/calendar/[\w-]{43}\.ics$"), "it names nobody");

        var program = App.Visit("en");
        var read = await program.GetAsync(address);
        Assert.That((read.Status, read.Response.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/calendar")));
        Assert.That(await read.Response.Content.ReadAsStringAsync(), Does.StartWith("BEGIN:VCALENDAR"));

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.Page.QuerySelector("form.actions input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        Assert.That((await officer.Client.PostAsync("/calendar?handler=Revoke", form)).StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await program.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
