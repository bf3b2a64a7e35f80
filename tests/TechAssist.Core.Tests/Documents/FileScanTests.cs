using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Inbox;
using TechAssist.Core.Tests.Inbox;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Documents;

public sealed class FileScanTests
{
    [Test]
    public async Task A_file_that_holds_malware_is_refused_and_noted_and_a_clean_one_is_kept()
    {
        await using var world = await InboxWorld.OpenAsync(Provider.Sqlite);
        await ScanAtAsync(world, (await MalwareScanner.GetAsync()).Port);
        var clean = new string('x', 200_000);
        await AttachAsync(world, "propre.pdf", clean);
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => AttachAsync(world, "été.pdf", clean + MalwareScanner.Malware));
        Assert.That(refused!.Errors.Single().Code, Is.EqualTo("file-infected"));

        Assert.That(await world.ReadAsync(db => db.Documents.Where(document => document.Kind == "attachment").Select(document => document.FileName).ToListAsync()), Is.EqualTo(new[] { "propre.pdf" }));
        Assert.That(await world.ReadAsync(db => db.DocumentChunks.CountAsync()), Is.EqualTo(1), "nothing of it is kept");
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "document-refused"));
        Assert.That((line.RequestId, line.IsPublic, line.Values["file"], line.Values["problem"]), Is.EqualTo(((Guid?)world.RequestId, false, "été.pdf", "file-infected")));
    }

    [Test]
    public async Task A_mail_comes_through_without_the_file_that_holds_malware()
    {
        await using var world = await InboxWorld.OpenAsync(Provider.Sqlite);
        await ScanAtAsync(world, (await MalwareScanner.GetAsync()).Port);
        Assert.That(await world.TakeAsync(await MailAsync(world, ("a.pdf", "ok"), ("b.pdf", MalwareScanner.Malware))), Is.EqualTo(InboxState.Posted));
        var message = (await world.MessagesAsync()).Single();
        Assert.That((message.Documents.Count, message.RefusedFiles.Single()), Is.EqualTo((1, "b.pdf")));
    }

    [Test]
    public async Task Without_an_answer_of_the_scanner_no_file_is_kept_and_a_mail_waits_with_its_files()
    {
        await using var world = await InboxWorld.OpenAsync(Provider.Sqlite);
        await ScanAtAsync(world, 1);
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => AttachAsync(world, "propre.pdf", "ok"));
        Assert.That(refused!.Errors.Single().Code, Is.EqualTo("file-not-scanned"));
        Assert.That(await world.TakeAsync(await MailAsync(world, ("a.pdf", "ok"))), Is.EqualTo(InboxState.Waiting));
        Assert.That((await world.LastAsync()).Why, Is.EqualTo("not-scanned"));

        await ScanAtAsync(world, (await MalwareScanner.GetAsync()).Port);
        var id = (await world.LastAsync()).Id;
        await world.AsAsync<SortMail>("officer", (sort, actor) => sort.AttachAsync(id, new AttachMailInput { Reference = "TA-2031-SN-0001" }, actor, default));
        Assert.That((await world.MessagesAsync()).Single().Documents, Has.Count.EqualTo(1));
    }

    private static Task ScanAtAsync(CaseWorld world, int port) => world.AsAsync<IOptions<ScanOptions>>("officer", (options, _) =>
    {
        (options.Value.Host, options.Value.Port) = ("127.0.0.1", port);
        return Task.CompletedTask;
    });

    private static Task AttachAsync(CaseWorld world, string name, string content) => world.AsAsync<AttachDocument>(
        "requester", (attach, by) => attach.ExecuteAsync(new AttachDocumentInput(world.RequestId, name, null), new MemoryStream(Pdf(content)), by, default));

    private static async Task<MimeMessage> MailAsync(CaseWorld world, params (string Name, string Content)[] files)
    {
        var mail = InboxWorld.Mail("requester@x.test", await world.AddressAsync());
        var body = new BodyBuilder { TextBody = "Voici." };
        Array.ForEach(files, file => body.Attachments.Add(file.Name, Pdf(file.Content)));
        mail.Body = body.ToMessageBody();
        return mail;
    }

    private static byte[] Pdf(string content) => Encoding.Latin1.GetBytes("%PDF-1.7\n" + content);
}
