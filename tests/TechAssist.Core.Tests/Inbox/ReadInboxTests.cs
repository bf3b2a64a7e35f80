using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Inbox;
using TechAssist.Core.Notifications;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Inbox;

/// <summary>The mailbox of a real server: encrypted, signed in, read to its end, and once.</summary>
public sealed class ReadInboxTests
{
    private MailServer server = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await MailServer.GetAsync();

    [Test]
    public async Task What_comes_to_the_mailbox_is_handled_once_and_a_broken_mail_holds_up_no_other()
    {
        await using var world = await InboxWorld.OpenAsync(Provider.Sqlite);
        var box = server.NewMailbox();
        await SetAsync(world, box);
        Assert.That(await ReadAsync(world), Is.Zero);
        var row = await world.ReadAsync(db => db.Outbox.Select(mail => mail.Id).FirstAsync());
        var first = InboxWorld.Mail("requester@x.test", await world.AddressAsync(), "Ça arrive.");
        var gone = InboxWorld.Mail($"{box}@{MailServer.Domain}", $"gone@{MailServer.GoneDomain}", id: $"{row:N}@assist.test");
        var poison = InboxWorld.Mail("requester@x.test", await world.AddressAsync(), "poison");
        await world.ReadAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER poison BEFORE INSERT ON case_messages WHEN NEW.text LIKE 'poison%' BEGIN SELECT RAISE(ABORT, 'no'); END"));
        await SendAsync(poison, first, gone, InboxWorld.Mail("focal@x.test", await world.AddressAsync(), "Moi aussi."));

        await MailServer.UntilAsync(async () =>
        {
            await ReadAsync(world);
            var there = await world.ReadAsync(db => db.InboxMails.Select(mail => $"{mail.State} {mail.Why} {mail.Preview}").ToListAsync());
            return there.Count >= 4 ? null : $"{string.Join(", ", there)}; {await world.ReadAsync(db => db.InboxMarks.Select(mark => mark.Error).SingleAsync())}";
        });
        Assert.That((await world.MessagesAsync()).Select(message => message.Text), Is.EquivalentTo(new[] { "Ça arrive.", "Moi aussi." }));
        var kept = await world.ReadAsync(db => db.InboxMails.SingleAsync(mail => mail.State == InboxState.Waiting));
        Assert.That((kept.Why, kept.Preview, kept.Sha256 is null), Is.EqualTo(("failed", "poison", false)));
        var back = await world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Id == row));
        Assert.That(back.State, Is.EqualTo(MailState.Bounced));
        Assert.That(back.LastError, Does.StartWith("5."));
        Assert.That(await ReadAsync(world), Is.Zero);

        // Whoever loses count reads again, and does nothing twice.
        await world.ReadAsync(db => db.InboxMarks.ExecuteUpdateAsync(mark => mark.SetProperty(row => row.LastUid, 0)));
        Assert.That(await ReadAsync(world), Is.EqualTo(4));
        Assert.That((await world.MessagesAsync()).Length, Is.EqualTo(2));
    }

    [Test]
    public async Task A_mailbox_that_cannot_be_opened_is_said()
    {
        await using var world = await InboxWorld.OpenAsync(Provider.Sqlite);
        await SetAsync(world, server.NewMailbox(), "wrong");
        Assert.That(await ReadAsync(world), Is.Zero);
        var mark = await world.ReadAsync(db => db.InboxMarks.SingleAsync());
        Assert.That((mark.ReadAt, mark.Error), Is.EqualTo(((DateTime?)null, mark.Error)));
        Assert.That(mark.Error, Does.Contain("uthentication failed"));
    }

    private static Task<int> ReadAsync(CaseWorld world) => world.AsAsync<ReadInbox, int>("officer", (read, _) => read.ExecuteAsync(10, default));

    private Task SetAsync(CaseWorld world, string box, string password = MailServer.Password) => world.AsAsync<IOptions<InboxOptions>>("officer", (options, _) =>
    {
        var inbox = options.Value;
        (inbox.Address, inbox.Host, inbox.Port, inbox.Security) = ($"{box}@{MailServer.Domain}", "127.0.0.1", server.ImapPort, InboxSecurity.StartTls);
        (inbox.User, inbox.Password, inbox.Authority) = (box, password, server.Authority);
        return Task.CompletedTask;
    });

    private async Task SendAsync(params MimeMessage[] mails)
    {
        using var client = new SmtpClient().Trusting(server.Authority);
        await client.ConnectAsync("127.0.0.1", server.SmtpPort, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync("portail", MailServer.Password);
        foreach (var mail in mails)
        {
            await client.SendAsync(mail);
        }
    }
}
