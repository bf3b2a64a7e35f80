using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Pages.Notifications;

namespace TechAssist.Web.Tests.Notifications;

/// <summary>The bell, the page behind it, and the choice of what is told there, without JavaScript.</summary>
public sealed class NotificationPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task The_bell_counts_what_is_unread_until_it_is_opened()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        await TellAsync(person, "approved", "/tasks");
        var visitor = await App.SignInAsync(person);
        var list = await visitor.GetAsync("/notifications");
        Assert.That(BellOf(list), Is.EqualTo(("Notifications: 1 unread", "1")));
        Assert.That(list.Page.QuerySelector("main .line-unread")!.TextContent, Does.Contain("TA-2031-TG-0007").And.Contain("Unread").And.Contain("Études"));

        var opened = await visitor.SubmitAsync(list, "main .line form");
        Assert.That((opened.Status, opened.LeadsTo), Is.EqualTo((HttpStatusCode.Found, "/tasks")));
        var after = await visitor.FollowAsync(opened);
        Assert.That(BellOf(after), Is.EqualTo(("Notifications: none unread", (string?)null)));
        Assert.That((await visitor.GetAsync("/notifications")).Page.QuerySelectorAll("main .line-unread"), Is.Empty);
    }

    [Test]
    public async Task All_can_be_marked_as_read_and_nobody_reads_anothers()
    {
        var (person, other) = (await App.Data.CreatePersonAsync(Role.CaseOfficer), await App.Data.CreatePersonAsync(Role.CaseOfficer, language: "fr"));
        await TellAsync(person, "approved", "/tasks", 3);
        await TellAsync(other, "approved", "/tasks", 2);
        var (visitor, stranger) = (await App.SignInAsync(person), await App.SignInAsync(other));
        var list = await visitor.GetAsync("/notifications");
        var foreign = (await stranger.GetAsync("/notifications")).Page.QuerySelector("main .line [name=id]")!.GetAttribute("value")!;
        Assert.That((await visitor.SubmitAsync(list, "main .line form", ("id", foreign))).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var done = await visitor.FollowAsync(await visitor.SubmitAsync(list, "main .page-head form"));
        Assert.That((BellOf(done).Count, done.Page.QuerySelector(".flash")?.TextContent.Trim()), Is.EqualTo(((string?)null, "All are marked as read.")));
        Assert.That(done.Page.QuerySelectorAll("main .page-head form"), Is.Empty);
        Assert.That(BellOf(await stranger.GetAsync("/notifications")), Is.EqualTo(("Notifications\u00A0: 2 non lues", "2")));
    }

    [Test]
    public async Task There_may_be_nothing_and_there_may_be_pages()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var visitor = await App.SignInAsync(person);
        Assert.That((await visitor.GetAsync("/notifications")).Page.QuerySelector("main .nothing"), Is.Not.Null);

        await TellAsync(person, "approved", "/tasks", 120);
        var first = await visitor.GetAsync("/notifications");
        Assert.That(BellOf(first), Is.EqualTo(("Notifications: more than 99 unread", "99+")));
        var next = await visitor.GetAsync(first.Page.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);
        Assert.That((first.Page.QuerySelectorAll("main .line").Length, next.Page.QuerySelectorAll("main .line").Length), Is.EqualTo((30, 30)));
        Assert.That((await visitor.GetAsync("/notifications?after=nonsense")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task What_is_told_in_the_portal_is_chosen_by_kind()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var visitor = await App.SignInAsync(person);
        var page = await visitor.GetAsync("/account/mails");
        Assert.That(page.Page.QuerySelectorAll("[name='Input.InPortal'][checked]").Length, Is.EqualTo(MailKinds.Chosen.Length));
        page.Page.QuerySelector("[name='Input.InPortal'][value=News]")!.RemoveAttribute("checked");
        var saved = await visitor.SubmitAsync(page, "main form[method=post]");
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await visitor.FollowAsync(saved)).Page.QuerySelectorAll("[name='Input.InPortal'][checked]").Select(box => box.GetAttribute("value")), Has.None.EqualTo("News").And.Member("Task"));

        await TellAsync(person, "approved", "/tasks");
        Assert.That(BellOf(await visitor.GetAsync("/")).Count, Is.Null);
        Assert.That(await App.ReadAsync(db => db.Outbox.CountAsync(mail => mail.PersonId == person.Id)), Is.EqualTo(1), "the mail comes all the same");
    }

    [Test]
    public async Task An_open_page_hears_of_a_new_one_and_of_its_being_read_elsewhere()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var visitor = await App.SignInAsync(person);
        using var ends = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var stream = await visitor.OpenAsync("/notifications/stream", ends.Token);
        Assert.That(await NextAsync(stream, ends.Token), Is.EqualTo("0"));
        await TellAsync(person, "approved", "/tasks", 2);
        Assert.That(await NextAsync(stream, ends.Token, "0"), Is.EqualTo("2"));
        await visitor.SubmitAsync(await visitor.GetAsync("/notifications"), "main .line form");
        Assert.That(await NextAsync(stream, ends.Token, "2"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Nobody_hears_without_signing_in_and_one_person_only_so_often()
    {
        using var ends = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.That((await App.Visit().GetAsync("/notifications/stream")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var open = new List<StreamReader>();
        for (var number = 0; number < 6; number++)
        {
            open.Add(await visitor.OpenAsync("/notifications/stream", ends.Token));
            Assert.That(await NextAsync(open[^1], ends.Token), Is.EqualTo("0"));
        }

        Assert.That((await visitor.GetAsync("/notifications/stream")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        open.ForEach(stream => stream.Dispose());
    }

    [Test]
    public async Task Listening_does_not_keep_a_session_alive()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        App.Clock.Advance(TimeSpan.FromHours(7));
        using var ends = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using (var listening = await visitor.Client.GetAsync("/notifications/stream", HttpCompletionOption.ResponseHeadersRead, ends.Token))
        {
            Assert.That((listening.StatusCode, listening.Headers.Contains("Set-Cookie")), Is.EqualTo((HttpStatusCode.OK, false)));
        }

        Assert.That((await visitor.GetAsync("/tasks")).Response.Headers.GetValues("Set-Cookie"), Has.Some.StartsWith("techassist="));
    }

    /// <summary>The data of the next event, while the clock goes on.</summary>
    /// <param name="known">Is said again now and then.</param>
    private async Task<string> NextAsync(StreamReader stream, CancellationToken cancellationToken, string? known = null)
    {
        while (true)
        {
            var line = stream.ReadLineAsync(cancellationToken).AsTask();
            while (await Task.WhenAny(line, Task.Delay(20, cancellationToken)) != line)
            {
                App.Clock.Advance(UnreadEvents.Every);
            }

            if (await line is { } said && said.StartsWith("data: ", StringComparison.Ordinal) && said["data: ".Length..] != known)
            {
                return said["data: ".Length..];
            }
        }
    }

    private static (string? Label, string? Count) BellOf(Answer answer)
    {
        var bell = answer.Page.QuerySelector("#bell");
        var count = bell?.QuerySelector(".bell-count:not([hidden])")?.TextContent.Trim();
        return (bell?.GetAttribute("aria-label"), count);
    }

    private Task TellAsync(TestPerson person, string template, string path, int count = 1) => App.WriteAsync(db =>
    {
        var values = new Dictionary<string, string> { ["reference"] = "TA-2031-TG-0007", ["title"] = "Études", ["path"] = path };
        for (var number = 0; number < count; number++)
        {
            db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(person.Id, person.Email, person.Name, person.Language), template, Guid.CreateVersion7(App.Now), values, App.Now));
        }
    });
}
