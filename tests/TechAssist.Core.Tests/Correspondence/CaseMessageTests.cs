using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Correspondence;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Correspondence;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class CaseMessageTests(Provider provider)
{
    [Test]
    public async Task What_is_internal_is_read_by_the_secretariat_only_and_nothing_by_strangers()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        await world.AddPersonAsync("expert", Role.Expert);
        await world.AddPersonAsync("other", Role.Expert);
        await GrantExpertAsync(world, "expert");
        await PostAsync(world, "officer", new PostMessageInput { Text = "Bienvenue à l’équipe." });
        await PostAsync(world, "officer", new PostMessageInput { Text = "Entre nous.", IsInternal = true });

        Assert.That(await TextsAsync(world, "officer"), Is.EqualTo(new[] { "Entre nous.", "Bienvenue à l’équipe." }));
        foreach (var who in new[] { "requester", "focal", "expert" })
        {
            Assert.That(await TextsAsync(world, who), Is.EqualTo(new[] { "Bienvenue à l’équipe." }), who);
        }

        Assert.That(await TextsAsync(world, "committee"), Is.Empty);
        foreach (var who in new[] { "stranger", "other" })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => TextsAsync(world, who), who);
            await Assert.ThrowsAsync<NotFoundException>(() => PostAsync(world, who, new PostMessageInput { Text = "?" }), who);
        }

        await Assert.ThrowsAsync<RuleException>(() => PostAsync(world, "committee", new PostMessageInput { Text = "?" }));
        await Assert.ThrowsAsync<InvalidInputException>(() => PostAsync(world, "requester", new PostMessageInput { Text = "?", IsInternal = true }));
    }

    [Test]
    public async Task Only_who_can_read_a_message_is_named_in_it_and_everybody_concerned_gets_one_mail()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        var (focal, adviser, stranger) = (await IdAsync(world, "focal"), await IdAsync(world, "adviser"), await IdAsync(world, "stranger"));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => PostAsync(world, "officer", new PostMessageInput { Text = "?", IsInternal = true, Mentions = [focal] }));
        Assert.That(refused!.Errors[0].Code, Is.EqualTo("cannot-read-it"));
        await Assert.ThrowsAsync<InvalidInputException>(() => PostAsync(world, "officer", new PostMessageInput { Text = "?", Mentions = [stranger] }));
        // The requesting side does not read who works for the secretariat.
        await Assert.ThrowsAsync<InvalidInputException>(() => PostAsync(world, "requester", new PostMessageInput { Text = "?", Mentions = [adviser] }));

        await PostAsync(world, "officer", new PostMessageInput { Text = "À voir, @adviser.", Mentions = [focal] });
        Assert.That(await MailsAsync(world), Is.EquivalentTo(new[] { "message-mention focal", "message-mention adviser", "message-posted requester", "message-posted coordinator" }));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "message-posted"));
        Assert.That((line.IsPublic, line.ActorName), Is.EqualTo((true, "officer")));
    }

    [Test]
    public async Task An_internal_message_is_mailed_to_the_secretariat_only()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        await PostAsync(world, "officer", new PostMessageInput { Text = "@requester ne lit pas ceci.", IsInternal = true });
        Assert.That(await MailsAsync(world), Is.EqualTo(new[] { "message-posted coordinator" }));
        Assert.That((await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "message-internal"))).IsPublic, Is.False);
    }

    [Test]
    public async Task A_file_that_is_refused_leaves_nothing_behind_and_a_good_one_is_kept_from_those_who_do_not_read_the_message()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        var good = "%PDF-1.7\nété\n%%EOF";
        await Assert.ThrowsAsync<InvalidInputException>(() => PostAsync(world, "officer", new PostMessageInput { Text = "Voici." }, ("été.pdf", good), ("virus.exe", "MZ")));
        Assert.That(await world.ReadAsync(db => db.CaseMessages.CountAsync()) + await world.ReadAsync(db => db.Documents.CountAsync(document => document.Kind == "attachment")), Is.Zero);

        await PostAsync(world, "officer", new PostMessageInput { Text = "Voici.", IsInternal = true }, ("été.pdf", good));
        await PostAsync(world, "requester", new PostMessageInput { Text = "Et voilà." }, ("reçu.pdf", good));
        Assert.That(await FilesAsync(world, "officer"), Is.EqualTo(new[] { "reçu.pdf", "été.pdf" }));
        Assert.That(await FilesAsync(world, "focal"), Is.EqualTo(new[] { "reçu.pdf" }));
        Assert.That(await FilesAsync(world, "committee"), Is.Empty);
    }

    [Test]
    public async Task Of_names_that_begin_alike_the_longest_is_meant()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        foreach (var name in new[] { "Anna", "Anna Maria Sow", "Ann" })
        {
            await world.AddPersonAsync(name.Replace(' ', '.'), Role.CaseOfficer);
            await world.ReadAsync(db => db.People.Where(person => person.Name == name.Replace(' ', '.')).ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, name)));
        }

        await PostAsync(world, "officer", new PostMessageInput { Text = "Pour @anna maria sow, et encore @Anna Maria Sow." });
        Assert.That(await MentionedAsync(), Is.EqualTo(new[] { "Anna Maria Sow" }));
        await PostAsync(world, "officer", new PostMessageInput { Text = "Pour @Anna Maria Sow et pour @Anna." });
        Assert.That(await MentionedAsync(), Is.EquivalentTo(new[] { "Anna", "Anna Maria Sow" }));

        await PostAsync(world, "officer", new PostMessageInput { Text = "Écrire à @Annabelle, non à anna@x.test." });
        Assert.That(await MentionedAsync(), Is.Empty, "a part of a name is another name");

        async Task<string[]> MentionedAsync() =>
            [.. (await world.ReadAsync(db => db.CaseMessages.OrderByDescending(message => message.Id).FirstAsync())).Mentions.Select(mention => mention.Name)];
    }

    [Test]
    public async Task Messages_come_page_by_page()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        for (var i = 1; i <= 5; i++)
        {
            await PostAsync(world, "officer", new PostMessageInput { Text = $"{i}" });
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await ListAsync(world, "requester", new PageInput { PageSize = 2, After = after });
            seen.AddRange(page.Items.Select(row => row.Text));
            after = page.After;
        }
        while (after is not null);
        Assert.That(seen, Is.EqualTo(new[] { "5", "4", "3", "2", "1" }));
    }

    [Test]
    public void An_address_is_good_for_its_own_case_only()
    {
        var address = new CaseAddress(Options.Create(new InboxOptions { Address = "case@assist.test", Key = new string('k', 32) }));
        var signed = address.Of("TA-2031-SN-0001")!;
        Assert.That(signed, Does.StartWith("case+ta-2031-sn-0001.").And.EndWith("@assist.test"));
        Assert.That(signed.IndexOf('@'), Is.LessThanOrEqualTo(64));
        Assert.That(address.Read(signed), Is.EqualTo(new AddressedCase("TA-2031-SN-0001", false)));
        Assert.That(address.Read(signed.ToUpperInvariant()), Is.EqualTo(new AddressedCase("TA-2031-SN-0001", false)));
        Assert.That(address.Read(address.Of("TA-2031-SN-0001", isInternal: true)), Is.EqualTo(new AddressedCase("TA-2031-SN-0001", true)));
        string[] others = [signed.Replace("0001", "0002"), "case@assist.test", "case+@assist.test", "case+ta-2031-sn-0001.@assist.test", signed.Replace("assist", "other"), "", "@"];
        Assert.That(others.Select(address.Read), Is.All.Null);
        Assert.That(new CaseAddress(Options.Create(new InboxOptions { Address = "case@assist.test", Key = new string('x', 32) })).Read(signed), Is.Null);
        Assert.That(new CaseAddress(Options.Create(new InboxOptions())).Of("TA-2031-SN-0001"), Is.Null);
    }

    private static Task PostAsync(CaseWorld world, string who, PostMessageInput input, params (string Name, string Content)[] files)
    {
        // Two of the same instant have no order.
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world.AsAsync<PostMessage>(
            who, (act, actor) => act.ExecuteAsync(
                input with { RequestId = world.RequestId },
                [.. files.Select(file => new PostedFile(file.Name, null, new MemoryStream(Encoding.UTF8.GetBytes(file.Content))))], actor, default));
    }

    private static Task<Page<MessageRow>> ListAsync(CaseWorld world, string who, PageInput input) => world.AsAsync<ListMessages, Page<MessageRow>>(
        who, (query, actor) => query.ExecuteAsync(world.RequestId, input, actor, default));

    private static async Task<string[]> TextsAsync(CaseWorld world, string who) => [.. (await ListAsync(world, who, new PageInput())).Items.Select(row => row.Text)];

    private static async Task<string[]> FilesAsync(CaseWorld world, string who) =>
        [.. (await ListAsync(world, who, new PageInput())).Items.SelectMany(row => row.Files).Select(file => file.FileName)];

    private static Task<string[]> MailsAsync(CaseWorld world) => world.ReadAsync(db => db.Outbox
        .Where(mail => mail.Template.StartsWith("message-")).Select(mail => mail.Template + " " + mail.ToName).ToArrayAsync());

    private static Task<Guid> IdAsync(CaseWorld world, string who) => world.ReadAsync(db => db.People.Where(person => person.Name == who).Select(person => person.Id).SingleAsync());

    private static Task<int> GrantExpertAsync(CaseWorld world, string who) => world.ReadAsync(async db =>
    {
        var person = await db.People.Include(row => row.Roles).SingleAsync(row => row.Name == who);
        person.Grant(Role.Expert, world.Now, null, world.RequestId);
        return await db.SaveChangesAsync();
    });
}
