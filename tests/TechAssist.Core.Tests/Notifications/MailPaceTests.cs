using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Notifications;
using TechAssist.Core.Requests;
using TechAssist.Core.Tests.Experts;
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
    public void Of_every_mail_it_is_said_on_purpose_what_it_is()
    {
        const string Start = "Mail.", End = ".Subject";
        var all = Messages.All.Keys("en").Where(key => key.StartsWith(Start, StringComparison.Ordinal) && key.EndsWith(End, StringComparison.Ordinal)).Select(key => key[Start.Length..^End.Length]);
        Assert.That(MailKinds.Templates, Is.EquivalentTo(all));
    }

    [TestCase("keep-ready")]
    [TestCase("duty-begins")]
    [TestCase("duty-ends")]
    [TestCase("substitute-named")]
    [TestCase("substitution-ended")]
    [TestCase("registration-arrived")]
    [TestCase("done-on-your-behalf")]
    [TestCase("recommendation-reminder")]
    [TestCase("recommendation-unowned")]
    [TestCase("recommendation-ages")]
    [TestCase("recommendation-progress-asked")]
    public async Task What_nobody_has_just_asked_for_waits_for_the_morning(string template)
    {
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 8, 23, 0, 0, TimeSpan.Zero));
        await PutAsync("officer", template, 1, requestId: null);
        await mails.SendAsync();
        Assert.That(mails.All, Is.Empty);
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 10, 6, 0, 0, TimeSpan.Zero));
        await mails.SendAsync();
        Assert.That(mails.Subjects("officer"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_owner_of_a_recommendation_who_has_no_account_reads_in_the_country_of_the_case()
    {
        await world.SubmitAsync();
        // 06:30 in Dakar, 07:30 in Brussels.
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 4, 6, 30, 0, TimeSpan.Zero));
        await world.ReadAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(Guid.CreateVersion7(world.Now), "owner@x.test", "Owner", "fr"), "recommendation-reminder", world.RequestId, new Dictionary<string, string>(), world.Now));
            return db.SaveChangesAsync();
        });
        await mails.SendAsync();
        Assert.That((await RowAsync("owner")).NotBeforeAt, Is.EqualTo(new DateTime(2031, 3, 4, 7, 0, 0, DateTimeKind.Utc)));
    }

    [Test]
    public async Task Whoever_chose_a_time_zone_is_written_to_by_its_clock()
    {
        await world.SubmitAsync();
        foreach (var who in new[] { "officer", "committee" })
        {
            await world.ReadAsync(db => db.People.Where(person => person.Name == who).ExecuteUpdateAsync(set => set.SetProperty(person => person.TimeZone, "Asia/Tokyo")));
            await PutAsync(who, "approved", 1, world.RequestId);
        }

        await PutAsync("coordinator", "approved", 1, world.RequestId);
        // 19:30 in Tokyo, 11:30 in Brussels.
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 3, 10, 30, 0, TimeSpan.Zero));
        await mails.SendAsync();
        Assert.That(mails.Subjects("coordinator"), Has.Count.EqualTo(1));
        Assert.That((await RowAsync("officer")).NotBeforeAt, Is.EqualTo(new DateTime(2031, 3, 3, 22, 0, 0, DateTimeKind.Utc)));
        Assert.That((await RowAsync("committee")).NotBeforeAt, Is.EqualTo(new DateTime(2031, 3, 3, 22, 0, 0, DateTimeKind.Utc)));
    }

    [Test]
    public async Task An_expert_is_written_to_on_the_days_of_the_own_week()
    {
        await WriteToExpertAsync(profile => profile with { Residence = "SN", Week = new OwnWeek { DaysOff = [DayOfWeek.Monday, DayOfWeek.Tuesday] } });
        Assert.That((await RowAsync("awa")).NotBeforeAt, Is.EqualTo(new DateTime(2031, 3, 5, 7, 0, 0, DateTimeKind.Utc)));
    }

    [Test]
    public async Task An_own_week_that_is_over_keeps_no_mail_back()
    {
        await WriteToExpertAsync(profile => profile with { Residence = "SN", Week = new OwnWeek { DaysOff = [DayOfWeek.Monday, DayOfWeek.Tuesday], ValidTo = new DateOnly(2031, 2, 28) } });
        Assert.That(mails.Subjects("awa"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_expert_is_written_to_at_the_hours_of_the_zone_in_the_profile()
    {
        await WriteToExpertAsync(profile => profile with { Residence = "SN", TimeZone = "America/New_York" });
        Assert.That((await RowAsync("awa")).NotBeforeAt, Is.EqualTo(new DateTime(2031, 3, 3, 12, 0, 0, DateTimeKind.Utc)));
    }

    private async Task WriteToExpertAsync(Func<ExpertProfile, ExpertProfile> living)
    {
        await world.SubmitAsync();
        var expertId = await CalledExperts.AddAsync(world, "Awa", living);
        await world.ReadAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(expertId, "awa@x.test", "Awa", "fr"), "expert-confirmed", world.RequestId, new Dictionary<string, string>(), world.Now));
            return db.SaveChangesAsync();
        });
        await mails.SendAsync();
    }

    [Test]
    public async Task Nothing_leaves_after_the_evening_came_while_others_were_written_to()
    {
        await world.SubmitAsync();
        await world.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        await PutAsync("officer", "approved", 1, world.RequestId);
        await PutAsync("coordinator", "approved", 1, world.RequestId);
        // 18:59 in Brussels.
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 3, 17, 59, 0, TimeSpan.Zero));
        await mails.SendAsync(
            _ =>
            {
                world.Clock.Advance(TimeSpan.FromMinutes(2));
                return Task.CompletedTask;
            },
            default);
        Assert.That(mails.All, Has.Count.EqualTo(1));
        Assert.That(await world.ReadAsync(db => db.Outbox.Where(row => row.State == MailState.Waiting).Select(row => row.NotBeforeAt).SingleAsync()), Is.EqualTo(new DateTime(2031, 3, 4, 6, 0, 0, DateTimeKind.Utc)));
    }

    [Test]
    public async Task Two_people_of_one_mailbox_get_each_their_own_common_mail()
    {
        await world.SubmitAsync();
        await PutAsync("officer", "approved", 4, world.RequestId);
        await PutAsync("coordinator", "approved", 4, world.RequestId);
        await world.ReadAsync(db => db.Outbox.Where(row => row.Template == "approved").ExecuteUpdateAsync(set => set.SetProperty(row => row.ToAddress, "both@x.test")));
        await mails.SendAsync();
        Assert.That(mails.To("both").Select(mail => mail.To.Mailboxes.Single().Name), Is.EquivalentTo(new[] { "officer", "coordinator" }));
    }

    [Test]
    public async Task Those_above_are_not_told_of_a_delay_that_is_over()
    {
        await world.SubmitAsync();
        var stepId = await world.ReadAsync(db => db.Steps.Select(step => step.Id).SingleAsync());
        await PutAsync("coordinator", "task-escalated", 1, world.RequestId, stepId);
        await PutAsync("coordinator", "more-time-asked", 1, world.RequestId, stepId);
        await world.AnswerAsync("focal", "endorsement", "endorse");
        await mails.SendAsync();
        Assert.That(mails.Subjects("coordinator"), Is.Empty);
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(row => row.ToName == "coordinator" && row.LastError == "done-meanwhile")), Is.EqualTo(2));
    }

    [Test]
    public async Task A_call_that_was_answered_or_is_over_is_not_sent_any_more()
    {
        await world.ApproveRequestAsync();
        var (_, tokens) = await CalledExperts.CallAsync(world, 30, "Awa", "Binta", "Chloé", "Dior");
        await CalledExperts.AnswerAsync(world, tokens["Awa"], CalledExperts.Yes);
        var binta = await world.ReadAsync(db => db.Nominations.Where(row => row.Expert.Name.StartsWith("Binta")).Select(row => row.Id).SingleAsync());
        await world.AsAsync<StandDown>("officer", (act, actor) => act.ExecuteAsync(binta, new StandDownInput("Plus besoin"), actor, default));
        await mails.SendAsync();
        var why = await world.ReadAsync(db => db.Outbox.Where(row => row.Template == "call-opened").ToDictionaryAsync(row => row.ToName.Substring(0, 4), row => row.LastError));
        Assert.That((why["Awa "], why["Bint"], why["Chlo"]), Is.EqualTo(("done-meanwhile", "over-meanwhile", (string?)null)));

        world.Clock.Advance(TimeSpan.FromHours(25));
        await CalledExperts.SweepAsync(world);
        world.Clock.Advance(TimeSpan.FromHours(6));
        await mails.SendAsync();
        Assert.That(await world.ReadAsync(db => db.Outbox.Where(row => row.Template == "call-reminder").Select(row => row.LastError).Distinct().ToListAsync()), Is.EqualTo(new[] { "over-meanwhile" }));
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

    private Task<OutboxMessage> RowAsync(string who) => world.ReadAsync(db => db.Outbox.Where(row => row.ToAddress == who + "@x.test" && row.State == MailState.Waiting).OrderByDescending(row => row.Id).FirstAsync());

    private Task<int> PutAsync(string who, string template, int count, Guid? requestId, Guid? stepId = null) => world.ReadAsync(async db =>
    {
        var person = await db.People.SingleAsync(row => row.Email == who + "@x.test");
        var request = await db.Requests.FirstOrDefaultAsync(row => row.Id == requestId);
        for (var number = 0; number < count; number++)
        {
            var values = new Dictionary<string, string> { ["reference"] = request?.Reference ?? "", ["title"] = request?.TitleFr ?? "", ["path"] = "/requests" };
            db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(person.Id, person.Email!, person.Name, "fr"), template, requestId, values, world.Now, stepId));
        }

        return await db.SaveChangesAsync();
    });
}
