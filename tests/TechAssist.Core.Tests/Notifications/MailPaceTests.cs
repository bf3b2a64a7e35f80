using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Notifications;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Notifications;

/// <summary>When mails leave, and how many of them. The world begins on a Monday, 09:00 UTC.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class MailPaceTests(Provider provider)
{
    private CaseWorld world = null!;
    private SentMails mails = null!;

    [SetUp]
    public async Task SetUp()
    {
        world = await CaseWorld.OpenAsync(provider);
        mails = new SentMails(world);
    }

    [TearDown]
    public async Task TearDown() => await world.DisposeAsync();

    [Test]
    public async Task At_the_readers_night_a_mail_waits_for_the_morning_and_says_until_when()
    {
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 7, 21, 0, 0, TimeSpan.Zero));
        await world.SubmitAsync();
        await mails.SendAsync();
        Assert.That(mails.Subjects("focal"), Is.Empty);
        var row = await world.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.That((row.State, row.NotBeforeAt), Is.EqualTo((MailState.Waiting, (DateTime?)new DateTime(2031, 3, 10, 7, 0, 0, DateTimeKind.Utc))));

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 10, 7, 0, 0, TimeSpan.Zero));
        await mails.SendAsync();
        Assert.That(mails.Subjects("focal"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_rapid_request_is_told_at_any_hour()
    {
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 8, 23, 0, 0, TimeSpan.Zero));
        await world.SubmitAsync();
        await world.ReadAsync(db => db.Requests.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Track, Track.Rapid)));
        await mails.SendAsync();
        Assert.That(mails.Subjects("focal"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Mails_of_an_account_leave_at_any_hour()
    {
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 8, 23, 0, 0, TimeSpan.Zero));
        await PutAsync("officer", "password-reset", 1, requestId: null);
        await mails.SendAsync();
        Assert.That(mails.Subjects("officer"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Three_mails_stay_three_and_four_become_one_that_names_them_all()
    {
        await world.SubmitAsync();
        await PutAsync("officer", "approved", 3, world.RequestId);
        await PutAsync("coordinator", "approved", 4, world.RequestId);
        await mails.SendAsync();
        Assert.That(mails.Subjects("officer"), Has.Count.EqualTo(3));
        Assert.That(mails.Subjects("coordinator"), Is.EqualTo(new[] { "4 messages de vos dossiers" }));
        var digest = mails.To("coordinator").Single();
        Assert.That(digest.TextBody!.Split("TA-2031-SN-0001 – "), Has.Length.EqualTo(5), digest.TextBody);
        Assert.That(digest.Headers["List-Unsubscribe"], Is.EqualTo("<https://portal.test/account/mails>"));
        var states = await world.ReadAsync(db => db.Outbox.Where(row => row.ToAddress == "coordinator@x.test").GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync());
        Assert.That(states.ToDictionary(state => state.Key, state => state.Count), Is.EquivalentTo(new Dictionary<MailState, int> { [MailState.InDigest] = 4, [MailState.Sent] = 1 }));

        await mails.SendAsync();
        Assert.That(mails.Subjects("coordinator"), Has.Count.EqualTo(1), "once");
    }

    [Test]
    public async Task A_reminder_of_what_was_done_meanwhile_or_is_said_later_is_not_sent()
    {
        await world.SubmitAsync();
        await world.AnswerAsync("focal", "endorsement", "endorse");
        // No mail left for days: the task and the reminders of it wait, and the last of them says it all.
        world.Clock.Advance(TimeSpan.FromDays(7));
        await world.SweepAsync();
        await mails.SendAsync();
        Assert.That(mails.Subjects("focal"), Is.Empty);
        Assert.That(mails.Subjects("officer"), Has.Count.EqualTo(1));
        var row = await world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.ToAddress == "focal@x.test"));
        Assert.That((row.State, row.LastError), Is.EqualTo((MailState.Dropped, "done-meanwhile")));
    }

    [Test]
    public async Task Who_wants_news_once_a_day_gets_them_in_the_morning_and_who_wants_none_gets_none()
    {
        await world.SubmitAsync();
        await world.AsAsync<ChooseMails>("officer", (act, actor) => act.ExecuteAsync(new ChooseMailsInput { News = MailPace.Daily }, actor, default));
        await world.AsAsync<ChooseMails>("coordinator", (act, actor) => act.ExecuteAsync(new ChooseMailsInput { News = MailPace.Never }, actor, default));
        await PutAsync("officer", "approved", 2, world.RequestId);
        await PutAsync("coordinator", "approved", 1, world.RequestId);
        await mails.SendAsync();
        Assert.That(mails.Subjects("officer").Concat(mails.Subjects("coordinator")), Is.Empty);

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 4, 6, 0, 0, TimeSpan.Zero));
        await mails.SendAsync();
        Assert.That(mails.Subjects("officer"), Is.EqualTo(new[] { "2 messages de vos dossiers" }));
        Assert.That(mails.Subjects("coordinator"), Is.Empty);
    }

    [Test]
    public async Task Nobody_turns_off_what_duty_needs()
    {
        var officer = await Assert.ThrowsAsync<InvalidInputException>(() =>
            world.AsAsync<ChooseMails>("officer", (act, actor) => act.ExecuteAsync(new ChooseMailsInput { Task = MailPace.Never, Escalation = MailPace.Daily }, actor, default)));
        Assert.That(officer!.Errors.Select(error => error.Field), Is.EquivalentTo(new[] { "task", "escalation" }));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            world.AsAsync<ChooseMails>("requester", (act, actor) => act.ExecuteAsync(new ChooseMailsInput { News = MailPace.Never }, actor, default)));
        Assert.That((await world.AsAsync<ChooseMails, ChooseMailsInput>("officer", (act, actor) => act.ReadAsync(actor, default))).Task, Is.EqualTo(MailPace.AtOnce));
    }

    [Test]
    public async Task A_node_that_dies_between_claim_and_answer_leaves_the_mail_to_the_next_under_the_same_id()
    {
        await world.SubmitAsync();
        using var dies = new CancellationTokenSource();
        await Assert.CatchAsync<OperationCanceledException>(() => mails.SendAsync(_ => dies.CancelAsync(), dies.Token));
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await mails.SendAsync();
        Assert.That(mails.All.Select(mail => mail.MessageId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(mails.Subjects("focal"), Has.Count.EqualTo(2), "cut off after the server's answer: twice under one id");
    }

    private Task<int> PutAsync(string who, string template, int count, Guid? requestId) => world.ReadAsync(async db =>
    {
        var person = await db.People.SingleAsync(row => row.Email == who + "@x.test");
        var request = await db.Requests.FirstOrDefaultAsync(row => row.Id == requestId);
        for (var number = 0; number < count; number++)
        {
            var values = new Dictionary<string, string> { ["reference"] = request?.Reference ?? "", ["title"] = request?.TitleFr ?? "", ["path"] = "/requests" };
            db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(person.Id, person.Email!, person.Name, "fr"), template, requestId, values, world.Now));
        }

        return await db.SaveChangesAsync();
    });
}
