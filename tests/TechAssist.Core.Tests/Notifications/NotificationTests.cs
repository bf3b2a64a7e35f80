using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Notifications;
using TechAssist.Core.Notifications.Portal;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Notifications;

/// <summary>What the portal tells people, beside the mails.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class NotificationTests(Provider provider)
{
    private CaseWorld world = null!;

    [SetUp]
    public async Task SetUp() => world = await CaseWorld.OpenAsync(provider);

    [TearDown]
    public async Task TearDown() => await world.DisposeAsync();

    [Test]
    public async Task Whatever_writes_a_mail_of_a_case_writes_its_notification_without_the_link_that_acts()
    {
        await world.SubmitAsync();
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.That(mail.OncePath, Does.StartWith("/answer/"));
        var made = await world.ReadAsync(db => db.Notifications.SingleAsync());
        Assert.That((made.Id, made.PersonId, made.RequestId, made.CreatedAt, made.ReadAt), Is.EqualTo((mail.Id, mail.PersonId!.Value, mail.RequestId, mail.CreatedAt, (DateTime?)null)));
        Assert.That(made.Path, Does.StartWith("/tasks/"));
        Assert.That(made.Values.Keys, Is.EquivalentTo(new[] { "reference", "title", "step" }));
        var secret = mail.OncePath!.Split('/', '?')[2];
        Assert.That(made.Path + string.Join(' ', made.Values.Values), Does.Not.Contain(secret));

        var row = (await ListAsync("focal")).Items.Single();
        Assert.That((row.What, row.Reference, row.IsRead), Is.EqualTo(($"Pour vous\u00A0: {made.Values["step"]}", "TA-2031-SN-0001", false)));
    }

    [Test]
    public async Task A_save_that_fails_leaves_neither_mail_nor_notification_and_one_that_is_tried_again_tells_once()
    {
        var known = await world.ReadAsync(async db =>
        {
            var mail = await AddAsync(db, "officer", "password-reset");
            await db.SaveChangesAsync();
            return mail;
        });
        await world.ReadAsync(async db =>
        {
            await AddAsync(db, "officer", "approved");
            db.Outbox.Add(known);
            await Assert.CatchAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.That(await world.ReadAsync(async other => (await other.Outbox.CountAsync(), await other.Notifications.CountAsync())), Is.EqualTo((1, 0)));

            db.Entry(known).State = EntityState.Detached;
            return await db.SaveChangesAsync();
        });
        Assert.That(await world.ReadAsync(async db => (await db.Outbox.CountAsync(), await db.Notifications.CountAsync())), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Mails_of_an_account_common_mails_and_mails_to_nobody_of_the_portal_have_none()
    {
        await world.ReadAsync(async db =>
        {
            await AddAsync(db, "officer", "password-reset");
            await AddAsync(db, "officer", "invitation");
            await AddAsync(db, "officer", MailKinds.DigestTemplate, Guid.CreateVersion7(world.Now));
            var elsewhere = new OutboxMessage.Person(Guid.CreateVersion7(world.Now), "expert@x.test", "Expert", "fr");
            db.Outbox.Add(OutboxMessage.To(elsewhere, "expert-invited", Guid.CreateVersion7(world.Now), new Dictionary<string, string>(), world.Now));
            return await db.SaveChangesAsync();
        });
        Assert.That(await world.ReadAsync(db => db.Notifications.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Everybody_sees_and_reads_their_own_only()
    {
        await PutAsync("officer", 2);
        await PutAsync("coordinator", 1);
        var own = (await ListAsync("officer")).Items;
        var others = (await ListAsync("coordinator")).Items;
        Assert.That((own.Count, others.Count, await CountAsync("stranger")), Is.EqualTo((2, 1, 0)));

        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<ReadNotifications>("officer", (act, actor) => act.ExecuteAsync(others[0].Id, actor, default)));
        Assert.That(await world.AsAsync<ReadNotifications, string?>("officer", (act, actor) => act.ExecuteAsync(own[0].Id, actor, default)), Is.EqualTo("/requests"));
        Assert.That((await CountAsync("officer"), await CountAsync("coordinator")), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task All_are_read_at_once_but_not_what_came_since()
    {
        await PutAsync("officer", 3);
        await PutAsync("coordinator", 1);
        var newest = (await ListAsync("officer")).Items[0].Id;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await PutAsync("officer", 1);
        await world.AsAsync<ReadNotifications>("officer", (act, actor) => act.ReadAllAsync(newest, actor, default));
        Assert.That((await CountAsync("officer"), await CountAsync("coordinator")), Is.EqualTo((1, 1)));
        Assert.That((await ListAsync("officer")).Items.Select(row => row.IsRead), Is.EqualTo(new[] { false, true, true, true }));
    }

    [Test]
    public async Task They_are_paged_newest_first_and_counted_to_a_hundred()
    {
        for (var number = 0; number < 5; number++)
        {
            await PutAsync("officer", 1);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await ListAsync("officer", 3);
        var rest = await ListAsync("officer", 3, first.After);
        List<NotificationRow> all = [.. first.Items, .. rest.Items];
        Assert.That((first.Items.Count, rest.Items.Count, rest.After), Is.EqualTo((3, 2, (string?)null)));
        Assert.That(all.Select(row => row.CreatedAt), Is.Ordered.Descending.And.Unique);

        await PutAsync("officer", 120);
        Assert.That(await CountAsync("officer"), Is.EqualTo(ListNotifications.MostCounted));
    }

    [Test]
    public async Task What_is_told_later_is_not_seen_before()
    {
        await world.ReadAsync(async db =>
        {
            await AddAsync(db, "officer", "approved", at: world.Now.AddHours(3));
            return await db.SaveChangesAsync();
        });
        Assert.That((await CountAsync("officer"), (await ListAsync("officer")).Items.Count), Is.EqualTo((0, 0)));
        world.Clock.Advance(TimeSpan.FromHours(3));
        Assert.That((await CountAsync("officer"), (await ListAsync("officer")).Items.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Each_chooses_by_kind_whether_the_portal_tells_too_and_the_mail_stays_as_chosen()
    {
        await world.AsAsync<ChooseMails>("officer", (act, actor) => act.ExecuteAsync(new ChooseMailsInput { InPortal = [MailKind.Task], News = MailPace.Daily }, actor, default));
        await world.AsAsync<ChooseMails>("officer", (act, actor) => act.ExecuteAsync(new ChooseMailsInput { Task = MailPace.Daily }, actor, default));
        var kept = await world.AsAsync<ChooseMails, ChooseMailsInput>("officer", (act, actor) => act.ReadAsync(actor, default));
        Assert.That((kept.Task, kept.News, kept.Escalation), Is.EqualTo((MailPace.Daily, MailPace.Daily, MailPace.AtOnce)));
        Assert.That(kept.InPortal, Is.EqualTo(new[] { MailKind.Task }));

        await PutAsync("officer", 1);
        await PutAsync("coordinator", 1);
        Assert.That((await CountAsync("officer"), await CountAsync("coordinator")), Is.EqualTo((0, 1)));
        await world.ReadAsync(async db =>
        {
            await AddAsync(db, "officer", "task-opened");
            return await db.SaveChangesAsync();
        });
        Assert.That(await CountAsync("officer"), Is.EqualTo(1));
    }

    [Test]
    public async Task Old_ones_are_forgotten_read_or_not()
    {
        await PutAsync("officer", 1);
        world.Clock.Advance(TimeSpan.FromDays(170));
        await PutAsync("officer", 1);
        world.Clock.Advance(TimeSpan.FromDays(20));
        Assert.That(await world.AsAsync<ForgetNotifications, int>("officer", (act, _) => act.ExecuteAsync(default)), Is.EqualTo(1));
        Assert.That((await ListAsync("officer")).Items.Single().CreatedAt, Is.EqualTo(world.Now.AddDays(-20)));
    }

    private Task<Page<NotificationRow>> ListAsync(string who, int size = 25, string? after = null) =>
        world.AsAsync<ListNotifications, Page<NotificationRow>>(who, (list, actor) => list.ExecuteAsync(new PageInput { PageSize = size, After = after }, "fr", actor, default));

    private Task<int> CountAsync(string who) => world.AsAsync<ListNotifications, int>(who, (list, actor) => list.CountAsync(actor, default));

    private Task<int> PutAsync(string who, int count) => world.ReadAsync(async db =>
    {
        for (var number = 0; number < count; number++)
        {
            await AddAsync(db, who, "approved");
        }

        return await db.SaveChangesAsync();
    });

    private async Task<OutboxMessage> AddAsync(Persistence.TechAssistDb db, string who, string template, Guid? requestId = null, DateTime? at = null)
    {
        var person = await db.People.SingleAsync(row => row.Email == who + "@x.test");
        var values = new Dictionary<string, string> { ["reference"] = "TA-2031-SN-0009", ["title"] = "Études", ["path"] = "/requests", ["reason"] = "Privé" };
        var about = requestId ?? (template is "password-reset" or "duty-begins" ? null : Guid.CreateVersion7(world.Now));
        var mail = OutboxMessage.To(new OutboxMessage.Person(person.Id, person.Email!, person.Name, "fr"), template, about, values, at ?? world.Now);
        db.Outbox.Add(mail);
        return mail;
    }
}
