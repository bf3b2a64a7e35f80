using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Inbox;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Inbox;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class SortMailTests(Provider provider)
{
    [Test]
    public async Task A_mail_that_waits_is_put_to_a_case_as_its_sender_or_in_the_name_of_whoever_puts_it_there()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        await world.TakeAsync(InboxWorld.Mail("Awa Diop <awa@nowhere.test>", InboxWorld.Address, "Voilà.\n\n> Question ?"));
        await world.TakeAsync(InboxWorld.Mail("requester@x.test", InboxWorld.Address, "C’est moi."));
        var reference = await world.ReadAsync(db => db.Requests.Select(request => request.Reference!).SingleAsync());
        var rows = await ListAsync(world, "officer");
        Assert.That(rows.Select(row => row.Why), Is.EqualTo(new[] { "no-case", "unknown-sender" }));
        foreach (var row in rows)
        {
            await AttachAsync(world, row.Id, $" {reference.ToLowerInvariant()} ");
        }

        var messages = await world.MessagesAsync();
        Assert.That(messages.Select(message => message.AuthorName), Is.EquivalentTo(new[] { "requester", "officer" }));
        var put = messages.Single(message => message.AuthorName == "officer");
        Assert.That(put.Text, Does.StartWith("Par courriel de Awa Diop awa@nowhere.test").And.EndWith("\n\nVoilà."));
        Assert.That(put.Quoted, Is.EqualTo("> Question ?"));
        Assert.That(await ListAsync(world, "officer"), Is.Empty);
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "mail-attached" && line.ActorName == "officer" && line.RequestId == world.RequestId)), Is.EqualTo(2));
        await Assert.ThrowsAsync<NotFoundException>(() => AttachAsync(world, rows[0].Id, reference), "it does not wait any more");
    }

    [Test]
    public async Task Nobody_outside_the_secretariat_sees_or_sorts_them_and_a_wrong_reference_changes_nothing()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        await world.TakeAsync(InboxWorld.Mail("unknown@nowhere.test", await world.AddressAsync()));
        var row = (await ListAsync(world, "officer")).Single();
        foreach (var who in new[] { "requester", "focal", "committee", "stranger" })
        {
            Assert.That(await ListAsync(world, who), Is.Empty, who);
            await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<SortMail>(who, (sort, actor) => sort.DiscardAsync(row.Id, new DiscardMailInput { Reason = "?" }, actor, default)), who);
        }

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => AttachAsync(world, row.Id, "TA-2031-SN-9999"));
        Assert.That((refused!.Errors[0].Code, row.Reference), Is.EqualTo(("no-such-case", "TA-2031-SN-0001")));
        await world.AsAsync<SortMail>("officer", (sort, actor) => sort.DiscardAsync(row.Id, new DiscardMailInput { Reason = "Publicité" }, actor, default));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "mail-discarded"));
        Assert.That((line.RequestId, line.Reason, line.ActorName), Is.EqualTo(((Guid?)null, "Publicité", "officer")));
        Assert.That((await world.LastAsync()).State, Is.EqualTo(InboxState.Discarded));
    }

    [Test]
    public async Task What_cannot_even_be_read_waits_too_and_is_kept_once()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        for (var i = 0; i < 2; i++)
        {
            await world.AsAsync<TakeMail>("officer", (take, _) => take.KeepAsync(new MemoryStream([0xFF, 0x00, 0xFE, 0x0A]), "failed", default));
            await world.AsAsync<TakeMail>("officer", (take, _) => take.NoteTooLargeAsync("1-7", "awa@x.test", "Photos", 99_000_000, default));
        }

        var rows = await ListAsync(world, "officer");
        Assert.That(rows.Select(row => (row.Why, row.IsKept)), Is.EquivalentTo(new[] { ("failed", true), ("too-large", false) }));
        var refused = await Assert.ThrowsAsync<RuleException>(() => AttachAsync(world, rows.Single(row => !row.IsKept).Id, "TA-2031-SN-0001"));
        Assert.That(refused!.Code, Is.EqualTo("mail-not-kept"));
    }

    [Test]
    public async Task A_mail_that_came_back_stays_an_alarm_until_the_secretariat_has_seen_to_it()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var id = await world.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == world.RequestId).Select(mail => mail.Id).FirstAsync());
        await world.TakeAsync(TakeMailTests.BounceOf($"{id:N}@assist.test", "failed", "5.1.1"));
        Assert.That(await AlarmsAsync("officer"), Is.EqualTo(new[] { id }));
        Assert.That(await AlarmsAsync("requester"), Is.Empty);
        await Assert.ThrowsAsync<NotFoundException>(() => SeenAsync("requester"));
        await SeenAsync("officer");
        Assert.That(await AlarmsAsync("officer"), Is.Empty);
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "mail-bounce-seen" && line.ActorName == "officer")), Is.EqualTo(1));

        Task<Guid[]> AlarmsAsync(string who) => world.AsAsync<Bounces, Guid[]>(who, async (bounces, actor) => [.. (await bounces.OfCaseAsync(world.RequestId, actor, default)).Select(mail => mail.Id)]);
        Task SeenAsync(string who) => world.AsAsync<Bounces>(who, (bounces, actor) => bounces.SeenAsync(id, actor, default));
    }

    private static Task<IReadOnlyList<TriageRow>> ListAsync(CaseWorld world, string who) =>
        world.AsAsync<ListTriage, IReadOnlyList<TriageRow>>(who, async (list, actor) => (await list.ExecuteAsync(new PageInput(), actor, default)).Items);

    private static Task AttachAsync(CaseWorld world, Guid id, string reference) =>
        world.AsAsync<SortMail>("officer", (sort, actor) => sort.AttachAsync(id, new AttachMailInput { Reference = reference }, actor, default));
}
