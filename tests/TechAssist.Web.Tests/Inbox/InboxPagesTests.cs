using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.Inbox;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Inbox;

/// <summary>Mail that waits, and mail that came back, on the pages of the secretariat.</summary>
public sealed class InboxPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_mail_that_waits_is_put_to_its_case_by_hand()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var subject = $"Réponse {Guid.CreateVersion7(App.Now):N}";
        await App.WithAsync(services => services.GetRequiredService<TakeMail>().ExecuteAsync(new MemoryStream(Encoding.UTF8.GetBytes(
            $"From: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("Éloïse <b>"))}?= <elo@nowhere.test>\r\nSubject: {subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVoilà <script>.\r\n")), default));
        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var list = await officer.GetAsync("/inbox");
        var link = list.Page.QuerySelectorAll(".line a").Single(row => row.TextContent.Contains(subject, StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await officer.GetAsync(link);
        Assert.That(page.Page.QuerySelector("main")!.TextContent, Does.Contain("Éloïse <b>").And.Contain("Voilà <script>."));

        var reference = await App.ReadAsync(db => db.Requests.Where(request => request.Id == made.Id).Select(request => request.Reference!).SingleAsync());
        Assert.That((await officer.SubmitAsync(page, "form[action*=Attach]", ("Attach.Reference", "TA-2031-XX-0001"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.SubmitAsync(page, "form[action*=Attach]", ("Attach.Reference", reference))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await officer.GetAsync($"/requests/{reference}/messages")).Page.QuerySelector(".comment .as-written")!.TextContent, Does.Contain("elo@nowhere.test").And.Contain("Voilà <script>."));
        Assert.That((await officer.GetAsync(link)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_mail_that_came_back_is_an_alarm_on_the_case_until_it_is_seen_to()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var reference = await App.ReadAsync(db => db.Requests.Where(request => request.Id == made.Id).Select(request => request.Reference!).SingleAsync());
        var id = await App.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == made.Id).Select(mail => mail.Id).FirstAsync());
        await App.ReadAsync(db => db.Outbox.Where(mail => mail.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(mail => mail.State, MailState.Bounced).SetProperty(mail => mail.BouncedAt, App.Now).SetProperty(mail => mail.LastError, "5.1.1 No such <mailbox>").SetProperty(mail => mail.NextTryAt, (DateTime?)null)));
        var administrator = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        Assert.That((await administrator.GetAsync("/admin/mails")).Page.QuerySelector("main")!.TextContent, Does.Contain("5.1.1 No such <mailbox>"));

        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var page = await officer.GetAsync($"/requests/{reference}");
        Assert.That(page.Page.QuerySelector(".note [role=alert], .note[role=alert]")!.TextContent, Does.Contain("5.1.1 No such <mailbox>"));
        Assert.That((await officer.SubmitAsync(page, "form[action*=BounceSeen]")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await officer.GetAsync($"/requests/{reference}")).Page.QuerySelector(".note[role=alert]"), Is.Null);
    }
}
