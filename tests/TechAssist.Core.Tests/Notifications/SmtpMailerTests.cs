using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using TechAssist.Core.Notifications;
using TechAssist.Testing;
using static TechAssist.Core.Tests.Experts.CalledExperts;

namespace TechAssist.Core.Tests.Notifications;

/// <summary>Mails of the outbox through a real server: encrypted, signed in, and fetched by the reader.</summary>
public sealed class SmtpMailerTests
{
    private MailServer server = null!;
    private string reader = "";

    [OneTimeSetUp]
    public async Task StartServer() => server = await MailServer.GetAsync();

    [SetUp]
    public void ChooseMailbox() => reader = server.NewMailbox();

    [Test]
    public async Task A_mail_arrives_with_its_headers_its_accents_and_its_attachment()
    {
        await using var world = await CaseWorld.OpenAsync();
        await CallAsync(world, 24, "Éloïse");
        var row = await AddressAsync(world, "call-opened", $"{reader}@{MailServer.Domain}");
        await SendAsync(world, Options(server.Authority));

        var mail = (await ReceivedAsync()).Single();
        var hold = (TextPart)mail.Attachments.Single();
        Assert.Multiple(() =>
        {
            Assert.That(mail.MessageId, Is.EqualTo($"{row.Id:N}@assist.test"));
            Assert.That(mail.References.Single(), Is.EqualTo($"case-{world.RequestId:N}@assist.test").And.EqualTo(mail.InReplyTo));
            Assert.That(mail.Headers["Auto-Submitted"], Is.EqualTo("auto-generated"));
            Assert.That(mail.Headers["Return-Path"], Is.EqualTo("<portail@assist.test>"));
            Assert.That(mail.Headers["Received"], Does.Contain("ESMTPSA"), "encrypted and signed in");
            Assert.That(mail.From.Mailboxes.Single().Name, Is.EqualTo("TechAssist – Processus de Rabat"));
            Assert.That(mail.To.Mailboxes.Single().Name, Is.EqualTo("Éloïse Dubœuf"));
            Assert.That(mail.Subject, Is.EqualTo("[TA-2031-SN-0001] Partiriez-vous pour cette mission\u202F?"));
            Assert.That(mail.TextBody, Does.Contain("Éloïse Dubœuf").And.Contain("https://portal.test/call/"));
            Assert.That(mail.HtmlBody, Does.Contain("Éloïse Dubœuf"));
            Assert.That(hold.FileName, Is.EqualTo("mission-TA-2031-SN-0001.ics"));
            Assert.That(hold.Text, Does.Contain("SUMMARY:À tenir libre"));
        });
        row = await RowAsync(world, "call-opened");
        Assert.That((row.State, row.SentAt), Is.EqualTo((MailState.Sent, (DateTime?)world.Now)));
    }

    [Test]
    public async Task A_server_that_nobody_vouches_for_gets_nothing()
    {
        await using var world = await CaseWorld.OpenAsync();
        await CallAsync(world, 24, "Awa");
        await AddressAsync(world, "call-opened", $"{reader}@{MailServer.Domain}");
        await SendAsync(world, Options(authority: null));
        var row = await RowAsync(world, "call-opened");
        Assert.That((row.State, row.Tries, row.NextTryAt), Is.EqualTo((MailState.Waiting, 1, (DateTime?)world.Now.AddMinutes(1))));
        Assert.That(row.LastError, Does.Contain("certificate"));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(world, Options(server.Authority));
        Assert.That(await ReceivedAsync(), Has.Count.EqualTo(1), "the mail waited until it was mended");
    }

    [Test]
    public async Task A_wrong_password_is_said_and_keeps_the_mail()
    {
        await using var world = await CaseWorld.OpenAsync();
        await CallAsync(world, 24, "Awa");
        await AddressAsync(world, "call-opened", $"{reader}@{MailServer.Domain}");
        var options = Options(server.Authority);
        options.Password = "wrong";
        await SendAsync(world, options);
        var row = await RowAsync(world, "call-opened");
        Assert.That((row.State, row.Tries), Is.EqualTo((MailState.Waiting, 1)));
        Assert.That(row.LastError, Does.Contain("authentication failed").IgnoreCase);
    }

    [Test]
    public async Task An_address_that_is_refused_holds_up_nobody_else()
    {
        await using var world = await CaseWorld.OpenAsync();
        await CallAsync(world, 24, "Awa", "Koffi");
        var ids = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "call-opened").OrderBy(mail => mail.Id).Select(mail => mail.Id).ToListAsync());
        await AddressAsync(world, ids[0], $"nobody@{MailServer.Domain}");
        await AddressAsync(world, ids[1], $"{reader}@{MailServer.Domain}");
        await SendAsync(world, Options(server.Authority));

        Assert.That((await ReceivedAsync()).Single().MessageId, Is.EqualTo($"{ids[1]:N}@assist.test"));
        var refused = await world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Id == ids[0]));
        Assert.That((refused.State, refused.Tries), Is.EqualTo((MailState.Waiting, 1)));
        Assert.That(refused.LastError, Does.Contain("User unknown"));
    }

    private MailOptions Options(string? authority) => new()
    {
        Host = "127.0.0.1",
        Port = server.SmtpPort,
        User = "portail",
        Password = MailServer.Password,
        Authority = authority,
        From = "portail@assist.test",
    };

    private static async Task SendAsync(CaseWorld world, MailOptions options)
    {
        await using var mailer = new SmtpMailer(Microsoft.Extensions.Options.Options.Create(options));
        await SentMails.SendAsync(world, mailer, default);
    }

    private static async Task<OutboxMessage> AddressAsync(CaseWorld world, string template, string address)
    {
        var row = await RowAsync(world, template);
        await AddressAsync(world, row.Id, address);
        return row;
    }

    /// <summary>The people of the tests live at addresses that no server has.</summary>
    private static Task<int> AddressAsync(CaseWorld world, Guid id, string address) => world.ReadAsync(db =>
        db.Outbox.Where(mail => mail.Id == id).ExecuteUpdateAsync(mail => mail.SetProperty(row => row.ToAddress, address)));

    private static Task<OutboxMessage> RowAsync(CaseWorld world, string template) =>
        world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Template == template));

    /// <summary>Waits for the first mail: the server has taken it, and puts it into the mailbox a moment later.</summary>
    private async Task<IReadOnlyList<MimeMessage>> ReceivedAsync()
    {
        using var client = new ImapClient().Trusting(server.Authority);
        await client.ConnectAsync("127.0.0.1", server.ImapPort, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(reader, MailServer.Password);
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        while (client.Inbox.Count == 0)
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            using var came = new CancellationTokenSource();
            client.Inbox.CountChanged += (_, _) => came.Cancel();
            await client.IdleAsync(came.Token, late.Token);
        }

        var mails = new List<MimeMessage>();
        for (var index = 0; index < client.Inbox.Count; index++)
        {
            mails.Add(await client.Inbox.GetMessageAsync(index));
        }

        return mails;
    }
}
