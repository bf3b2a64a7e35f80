using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using TechAssist.Core.Notifications;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Notifications;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class SendOutboxTests(Provider provider)
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("techassist-mail-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_due_mail_becomes_one_file_with_both_bodies_the_thread_of_its_case_and_accents()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        var row = await world.ReadAsync(db => db.Outbox.SingleAsync());
        await SendAsync(world, Folder());
        await SendAsync(world, Folder());

        var mail = await MimeMessage.LoadAsync(Directory.GetFiles(folder).Single());
        Assert.That(mail.MessageId, Is.EqualTo($"{row.Id:N}@assist.test"));
        Assert.That(mail.Subject, Does.StartWith("[TA-2031-SN-0001] Pour vous"));
        Assert.That(mail.References.Single(), Is.EqualTo($"case-{world.RequestId:N}@assist.test").And.EqualTo(mail.InReplyTo));
        Assert.That(mail.Headers["Auto-Submitted"], Is.EqualTo("auto-generated"));
        Assert.That(mail.To.Mailboxes.Single().Address, Is.EqualTo("focal@x.test"));
        Assert.That(mail.TextBody, Does.Contain("Statistiques des migrations").And.Contain("https://portal.test/answer/").And.Contain("Africa/Dakar").And.Contain("Le secrétariat"));
        Assert.That(mail.HtmlBody, Does.Contain("<html lang=\"fr\">").And.Contain("Ouvrir la tâche"));
        var sent = await world.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.That((sent.SentAt, sent.NextTryAt), Is.EqualTo(((DateTime?)world.Now, (DateTime?)null)));
    }

    [Test]
    public async Task A_mail_that_is_not_taken_stays_due_later_and_later()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        await SendAsync(world, new Refusing());
        await SendAsync(world, Folder());
        Assert.That(Directory.GetFiles(folder), Is.Empty, "not due yet");
        var row = await world.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.That((row.Tries, row.LastError, row.NextTryAt), Is.EqualTo((1, "Mailbox unavailable", (DateTime?)world.Now.AddMinutes(1))));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(world, Folder());
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Two_nodes_at_once_send_a_mail_once()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        // The second node looks while the first is sending.
        var second = new Counting(() => Task.CompletedTask);
        var first = new Counting(() => SendAsync(world, second));
        await SendAsync(world, first);
        Assert.That((first.Count, second.Count), Is.EqualTo((1, 0)));
    }

    private FolderMailer Folder() => new(Options.Create(new MailOptions { Folder = folder }));

    private static Task<int> SendAsync(CaseWorld world, IMailer mailer) => SentMails.SendAsync(world, mailer, default);

    private sealed class Refusing : IMailer
    {
        public Task SendAsync(MimeMessage message, CancellationToken cancellationToken) => throw new InvalidOperationException("Mailbox unavailable");
    }

    private sealed class Counting(Func<Task> meanwhile) : IMailer
    {
        public int Count { get; private set; }

        public Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
        {
            Count++;
            return meanwhile();
        }
    }
}
