using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using NUnit.Framework;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Admin;

/// <summary>Whether mails leave, and what they look like, for administrators.</summary>
public sealed class MailsTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Every_mail_can_be_looked_at_in_both_languages([Values("fr", "en")] string language)
    {
        await SubmittedCase.CreateAsync(App);
        var visitor = await AdministratorAsync();
        var list = await visitor.GetAsync("/admin/mails/templates");
        var addresses = list.Page.QuerySelectorAll("td a").Select(link => link.GetAttribute("href")!).Where(address => address.EndsWith(language, StringComparison.Ordinal)).ToList();
        Assert.That(addresses, Has.Count.GreaterThan(50));
        foreach (var address in addresses)
        {
            var page = await visitor.GetAsync(address);
            Assert.That((page.Status, page.Page.QuerySelectorAll(".as-written").Length), Is.EqualTo((HttpStatusCode.OK, 1)), address);
            var html = await visitor.GetAsync(address + "&handler=Html");
            Assert.That((html.Status, html.Page.DocumentElement!.GetAttribute("lang")), Is.EqualTo((HttpStatusCode.OK, language)), address);
            Assert.That(html.Page.Body!.TextContent, Does.Not.Contain("[Mail.").And.Not.Contain("{"), address);
        }
    }

    [Test]
    public async Task A_mail_is_shown_with_real_values_and_sent_to_whoever_asks()
    {
        var made = await SubmittedCase.CreateAsync(App);
        // The folder outlives the run.
        var name = $"Ângela Brück {Guid.CreateVersion7(App.Now):N}";
        var person = await App.Data.CreatePersonAsync(Role.Administrator, name: name);
        var visitor = await App.SignInAsync(person);
        var spoken = await App.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == made.Id && mail.Template == "task-opened").Select(mail => mail.Language).FirstAsync());
        var page = await visitor.GetAsync("/admin/mails/templates/task-opened?language=" + spoken);
        Assert.That(page.Page.QuerySelector(".as-written")!.TextContent, Does.Contain("TA-2031-GH-").And.Contain(name));
        Assert.That(page.Page.QuerySelector(".as-written")!.TextContent, Does.Not.Contain("/answer/"), "nobody else's link");

        var sent = await visitor.SubmitAsync(page, "main form[method=post]");
        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Found));
        var folder = await App.WithAsync(services => Task.FromResult(services.GetRequiredService<IOptions<MailOptions>>().Value.Folder));
        var mails = await Task.WhenAll(Directory.GetFiles(folder, "*.eml").Select(file => MimeMessage.LoadAsync(file)));
        Assert.That(mails.Count(mail => mail.To.Mailboxes.Single().Name == name), Is.EqualTo(1));
        Assert.That((await visitor.GetAsync("/admin/mails/templates/nonsense")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_mail_that_was_not_taken_is_shown_with_its_reason_and_tried_again()
    {
        var made = await SubmittedCase.CreateAsync(App);
        var id = await App.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == made.Id).Select(mail => mail.Id).FirstAsync());
        await App.ReadAsync(db => db.Outbox.Where(mail => mail.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(mail => mail.State, MailState.Failed).SetProperty(mail => mail.Tries, 12).SetProperty(mail => mail.LastError, "550 No such <mailbox>").SetProperty(mail => mail.NextTryAt, (DateTime?)null)));
        var visitor = await AdministratorAsync();
        var page = await visitor.GetAsync("/admin/mails");
        Assert.That(page.Page.QuerySelector("article .as-written")!.TextContent, Is.EqualTo("550 No such <mailbox>"));

        var again = await visitor.SubmitAsync(page, "article form[action*=TryAgain]");
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Found));
        var mail = await App.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id));
        Assert.That((mail.State, mail.Tries, mail.NextTryAt), Is.EqualTo((MailState.Waiting, 0, (DateTime?)App.Now)));
        Assert.That(await App.ReadAsync(db => db.Timeline.CountAsync(line => line.RequestId == made.Id && line.Kind == "mail-tried-again")), Is.EqualTo(1));
        Assert.That((await visitor.SubmitAsync(page, "article form[action*=TryAgain]")).Status, Is.EqualTo(HttpStatusCode.NotFound), "it is not in trouble any more");
    }

    private async Task<Visitor> AdministratorAsync() => await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
}
