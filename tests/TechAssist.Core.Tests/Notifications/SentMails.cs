using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using TechAssist.Core.Notifications;

namespace TechAssist.Core.Tests.Notifications;

/// <summary>Sends what is due in a world and keeps it.</summary>
internal sealed class SentMails(CaseWorld world)
{
    public List<MimeMessage> All { get; } = [];

    public IEnumerable<MimeMessage> To(string who) => All.Where(mail => mail.To.Mailboxes.Single().Address == who + "@x.test");

    public IReadOnlyList<string> Subjects(string who) => [.. To(who).Select(mail => mail.Subject!)];

    public Task SendAsync() => SendAsync(_ => Task.CompletedTask, default);

    /// <param name="after">Happens once the server has answered.</param>
    public Task SendAsync(Func<MimeMessage, Task> after, CancellationToken cancellationToken) =>
        SendAsync(world, new Keeping(All, after), cancellationToken);

    public static async Task<int> SendAsync(CaseWorld world, IMailer mailer, CancellationToken cancellationToken) => await world.ReadAsync(db =>
    {
        var compose = new ComposeMail(Options.Create(new MailOptions { From = "portail@assist.test" }), Options.Create(new PortalAddress { Url = "https://portal.test" }));
        var handOver = new HandOverMail(db, mailer, compose, world.Clock, NullLogger<HandOverMail>.Instance);
        var readers = new MailReaders(db, world.Reference);
        return new SendOutbox(db, readers, new DecideMail(db, new FindPointless(db), readers), handOver, world.Clock).ExecuteAsync(100, cancellationToken);
    });

    private sealed class Keeping(List<MimeMessage> kept, Func<MimeMessage, Task> after) : IMailer
    {
        public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
        {
            kept.Add(message);
            await after(message);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
