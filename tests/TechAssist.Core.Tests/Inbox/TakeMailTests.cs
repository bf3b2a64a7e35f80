using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Inbox;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Inbox;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class TakeMailTests(Provider provider)
{
    [Test]
    public async Task An_answer_to_the_address_of_the_case_becomes_a_message_of_its_sender_once()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var mail = InboxWorld.Mail("Mamadou <requester@x.test>", await world.AddressAsync(), "D’accord, à mardi.\n\nLe lun. 3 mars 2031 à 09:00, TechAssist <portail@assist.test> a\nécrit :\n\n> Bienvenue\n> à l’équipe.\n");
        Assert.That(await world.TakeAsync(mail), Is.EqualTo(InboxState.Posted));
        Assert.That(await world.TakeAsync(mail), Is.Null, "it was handled");

        var message = (await world.MessagesAsync()).Single();
        Assert.That((message.AuthorName, message.Text, message.IsByMail, message.IsInternal), Is.EqualTo(("requester", "D’accord, à mardi.", true, false)));
        Assert.That(message.Quoted, Does.StartWith("Le lun.").And.EndWith("> à l’équipe."));
        var told = await world.ReadAsync(db => db.Outbox.Where(row => row.Template == "message-posted").Select(row => row.ToName).ToListAsync());
        Assert.That(told, Is.EquivalentTo(new[] { "officer", "coordinator" }), "as for a message of the portal, and never its sender");
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "message-posted" && line.ActorName == "requester")), Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_finds_its_case_by_the_mail_that_it_answers()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var row = await world.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == world.RequestId).Select(mail => mail.Id).FirstAsync());
        var mail = InboxWorld.Mail("focal@x.test", InboxWorld.Address);
        mail.InReplyTo = $"{row:N}@assist.test";
        Assert.That(await world.TakeAsync(mail), Is.EqualTo(InboxState.Posted));

        var threaded = InboxWorld.Mail("focal@x.test", InboxWorld.Address, "Et encore ceci.");
        threaded.References.Add($"case-{world.RequestId:N}@assist.test");
        threaded.References.Add("somebody@else.test");
        Assert.That(await world.TakeAsync(threaded), Is.EqualTo(InboxState.Posted));
        Assert.That((await world.MessagesAsync()).Select(message => message.AuthorName), Is.EqualTo(new[] { "focal", "focal" }));
    }

    [Test]
    public async Task An_answer_to_an_internal_message_stays_internal()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        await world.AsAsync<PostMessage>("officer", (post, actor) => post.ExecuteAsync(new PostMessageInput { RequestId = world.RequestId, Text = "Entre nous.", IsInternal = true }, [], actor, default));
        var told = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == MessageMail.Posted));
        Assert.That(told.ToName, Is.EqualTo("coordinator"));

        var answer = InboxWorld.Mail("coordinator@x.test", told.ReplyTo!, "Je n’y crois pas.");
        answer.InReplyTo = $"{told.Id:N}@assist.test";
        Assert.That(await world.TakeAsync(answer), Is.EqualTo(InboxState.Posted));
        var message = (await world.MessagesAsync()).Last();
        Assert.That((message.Text, message.IsInternal), Is.EqualTo(("Je n’y crois pas.", true)));
        foreach (var who in new[] { "requester", "focal" })
        {
            Assert.That((await world.AsAsync<ListMessages, Page<MessageRow>>(who, (list, actor) => list.ExecuteAsync(world.RequestId, new PageInput(), actor, default))).Items, Is.Empty, who);
        }

        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(row => row.Template == MessageMail.Posted && row.ToName == "requester")), Is.Zero);
        Assert.That(await world.ReadAsync(db => db.Timeline.AnyAsync(line => line.Kind == "message-posted")), Is.False);
    }

    [Test]
    public async Task Every_mail_of_a_case_can_be_answered_and_what_the_secretariat_answers_stays_among_them()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        await world.AnswerAsync("focal", "endorsement", "endorse");
        var rows = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "task-opened").ToListAsync());
        var (focal, officer) = (rows.Single(row => row.ToName == "focal"), rows.First(row => row.ToName == "officer"));
        Assert.That(await world.TakeAsync(InboxWorld.Mail("focal@x.test", focal.ReplyTo!, "C’est fait.")), Is.EqualTo(InboxState.Posted));
        Assert.That(await world.TakeAsync(InboxWorld.Mail("officer@x.test", officer.ReplyTo!, "Je regarde demain.")), Is.EqualTo(InboxState.Posted));
        Assert.That((await world.MessagesAsync()).Select(message => (message.AuthorName, message.IsInternal)).ToArray(), Is.EqualTo(new[] { ("focal", false), ("officer", true) }));

        var compose = new ComposeMail(Options.Create(new MailOptions { From = "portail@assist.test" }), Options.Create(new PortalAddress { Url = "https://portal.test" }));
        Assert.That(compose.From(focal, [], world.Now).TextBody, Does.Contain("Vous pouvez répondre à ce courriel").And.Not.Contain("secrétariat seulement"));
        Assert.That(compose.From(officer, [], world.Now).TextBody, Does.Contain("secrétariat seulement").And.Not.Contain("plutôt que de répondre"));
        // The committee has no part in the messages of a case: its answer waits for the secretariat, and the mail promises no more.
        await world.AsAsync<IServiceProvider, bool>("officer", async (services, _) =>
        {
            var db = services.GetRequiredService<TechAssistDb>();
            var person = await db.People.SingleAsync(row => row.Name == "committee");
            services.GetRequiredService<CaseMail>().Tell([new CasePerson(person.Id, person.Name, person.Email!, "fr", Role.Committee)], "hold-over", await db.Requests.SingleAsync(), world.Now);
            return await db.SaveChangesAsync() > 0;
        });
        var committee = await world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.ToName == "committee"));
        Assert.That(await world.TakeAsync(InboxWorld.Mail("committee@x.test", committee.ReplyTo!, "D’accord.")), Is.EqualTo(InboxState.Waiting));
        Assert.That(compose.From(committee, [], world.Now).TextBody, Does.Contain("votre réponse va au secrétariat").And.Not.Contain("versée au dossier"));
        await using var without = await CaseWorld.OpenAsync(provider);
        await without.SubmitAsync();
        Assert.That(compose.From(await without.ReadAsync(db => db.Outbox.SingleAsync()), [], world.Now).TextBody, Does.Contain("plutôt que de répondre"));
    }

    [Test]
    public async Task What_may_be_internal_waits_for_a_person_and_stays_internal_unless_the_person_says_otherwise()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        await world.AsAsync<PostMessage>("officer", (post, actor) => post.ExecuteAsync(new PostMessageInput { RequestId = world.RequestId, Text = "Entre nous.", IsInternal = true }, [], actor, default));
        var told = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == MessageMail.Posted));
        var elsewhere = InboxWorld.Mail("coordinator@x.test", await world.AddressAsync(), "Ailleurs.");
        elsewhere.InReplyTo = $"{told.Id:N}@assist.test";
        var threaded = InboxWorld.Mail("coordinator@x.test", InboxWorld.Address, "Par le fil.");
        threaded.References.Add($"case-{world.RequestId:N}@assist.test");
        foreach (var mail in new[] { elsewhere, threaded, InboxWorld.Mail("requester@x.test", told.ReplyTo!, "On me l’a transmis.") })
        {
            Assert.That(await world.TakeAsync(mail), Is.EqualTo(InboxState.Waiting));
            Assert.That((await world.LastAsync()).Why, Is.EqualTo("maybe-internal"));
        }

        foreach (var row in await world.ReadAsync(db => db.InboxMails.OrderBy(mail => mail.Id).ToListAsync()))
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.That(await world.AsAsync<SortMail, bool>("officer", (sort, actor) => sort.SeemsInternalAsync(row.Id, actor, default)), Is.True);
            await world.AsAsync<SortMail>("officer", (sort, actor) => sort.AttachAsync(
                row.Id, new AttachMailInput { Reference = "TA-2031-SN-0001", IsInternal = row.Preview == "Par le fil." ? false : null }, actor, default));
        }

        var messages = (await world.MessagesAsync()).Skip(1).Select(message => (message.AuthorName, message.IsInternal));
        Assert.That(messages.ToArray(), Is.EqualTo(new[] { ("coordinator", true), ("coordinator", false), ("officer", true) }), "a requester writes nothing internal: it stands in the name of the officer");
    }

    [Test]
    public async Task What_is_from_nobody_we_know_or_belongs_to_no_case_waits_for_a_person_with_its_reason()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var address = await world.AddressAsync();
        foreach (var (mail, why, isAbout) in new (MimeMessage, string, bool)[]
        {
            (InboxWorld.Mail("unknown@nowhere.test", address), "unknown-sender", true),
            (InboxWorld.Mail("requester@x.test", InboxWorld.Address), "no-case", false),
            (InboxWorld.Mail("requester@x.test", address.Replace("@", "0@")), "no-case", false),
            (InboxWorld.Mail("stranger@x.test", address), "may-not-write", true),
            (InboxWorld.Mail("committee@x.test", address), "may-not-write", true),
            (InboxWorld.Mail("requester@x.test", address).With("Authentication-Results", "mx.test; spf=fail; dmarc=fail"), "not-proven", true),
        })
        {
            Assert.That(await world.TakeAsync(mail), Is.EqualTo(InboxState.Waiting), why);
            var row = await world.LastAsync();
            Assert.That((row.Why, row.RequestId), Is.EqualTo((why, isAbout ? world.RequestId : (Guid?)null)));
            Assert.That(row.Sha256, Is.Not.Null, "the whole mail is kept");
        }

        Assert.That(await world.MessagesAsync(), Is.Empty);
    }

    [TestCase("Auto-Submitted", "auto-replied")]
    [TestCase("Auto-Submitted", "auto-generated; x=y")]
    [TestCase("Precedence", "bulk")]
    [TestCase("X-Auto-Response-Suppress", "OOF, DR")]
    [TestCase("X-Autoreply", "yes")]
    [TestCase("Return-Path", "<>")]
    public async Task An_absence_note_is_recorded_and_answered_by_nothing(string header, string value)
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var mails = await world.ReadAsync(db => db.Outbox.CountAsync());
        var address = await world.AddressAsync();
        Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", address, "En congé").With(header, value)), Is.EqualTo(InboxState.Automatic));
        Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", address, "Toujours en congé").With(header, value)), Is.EqualTo(InboxState.Automatic));

        Assert.That(await world.MessagesAsync(), Is.Empty);
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync()), Is.EqualTo(mails));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "mail-automatic"));
        Assert.That((line.IsPublic, line.Values["who"]), Is.EqualTo((false, "requester")), "once a day");
    }

    [Test]
    public async Task A_person_who_says_so_is_no_program()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", await world.AddressAsync()).With("Auto-Submitted", "no").With("Return-Path", "<requester@x.test>")), Is.EqualTo(InboxState.Posted));
    }

    [Test]
    public async Task Mails_of_ours_that_come_round_are_taken_for_nothing()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var address = await world.AddressAsync();
        var row = await world.ReadAsync(db => db.Outbox.Select(mail => mail.Id).FirstAsync());
        MimeMessage[] mails =
        [
            InboxWorld.Mail("requester@x.test", address, id: $"{row:N}@assist.test"),
            InboxWorld.Mail("requester@x.test", address).With(OwnMails.Header, $"{row:N}"),
            InboxWorld.Mail("PORTAIL@assist.test", address),
            InboxWorld.Mail(InboxWorld.Address, address),
        ];
        foreach (var mail in mails)
        {
            Assert.That(await world.TakeAsync(mail), Is.EqualTo(InboxState.Own));
        }

        Assert.That(await world.MessagesAsync(), Is.Empty);
    }

    [Test]
    public async Task Many_mails_of_one_sender_are_looked_at_by_a_person_until_the_hour_is_over()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var address = await world.AddressAsync();
        for (var i = 0; i < TakeMail.MostAnHour; i++)
        {
            Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", address)), Is.EqualTo(InboxState.Posted));
        }

        Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", address)), Is.EqualTo(InboxState.Waiting));
        Assert.That((await world.LastAsync()).Why, Is.EqualTo("too-many"));
        Assert.That(await world.TakeAsync(InboxWorld.Mail("focal@x.test", address)), Is.EqualTo(InboxState.Posted), "others still write");
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", address)), Is.EqualTo(InboxState.Posted));
    }

    [Test]
    public async Task Files_pass_the_checks_of_documents_and_one_that_is_refused_is_named_and_stops_nothing()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var body = new BodyBuilder { TextBody = "Voici.", HtmlBody = "<p>Voici.</p><img src=\"cid:logo@x\">" };
        body.Attachments.Add("reçu été.pdf", Encoding.UTF8.GetBytes("%PDF-1.7\nété\n%%EOF"), ContentType.Parse("application/octet-stream"));
        body.Attachments.Add("virus.exe", "MZ"u8.ToArray());
        body.Attachments.Add("faux.pdf", "MZ"u8.ToArray());
        body.LinkedResources.Add("logo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).ContentId = "logo@x";
        var mail = InboxWorld.Mail("requester@x.test", await world.AddressAsync());
        mail.Body = body.ToMessageBody();
        Assert.That(await world.TakeAsync(mail), Is.EqualTo(InboxState.Posted));

        var message = (await world.MessagesAsync()).Single();
        Assert.That((message.Text, string.Join("|", message.RefusedFiles)), Is.EqualTo(("Voici.", "virus.exe|faux.pdf")));
        Assert.That(await world.ReadAsync(db => db.Documents.Where(document => message.Documents.Contains(document.Id)).Select(document => document.FileName).ToArrayAsync()), Is.EqualTo(new[] { "reçu été.pdf" }));
    }

    [Test]
    public async Task A_text_that_no_database_keeps_is_cleaned_and_one_too_long_goes_on_below()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var address = await world.AddressAsync();
        Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", address, "a\0b\u0007c")), Is.EqualTo(InboxState.Posted));
        Assert.That(await world.TakeAsync(InboxWorld.Mail("requester@x.test", address, string.Concat(Enumerable.Repeat("mot ", 5000)))), Is.EqualTo(InboxState.Posted));
        var messages = await world.MessagesAsync();
        Assert.That(messages[0].Text, Is.EqualTo("abc"));
        Assert.That((messages[1].Text.Length <= 10_000, (messages[1].Text + messages[1].Quoted).Split("mot").Length), Is.EqualTo((true, 5001)));
    }

    [Test]
    public async Task A_mail_that_came_back_marks_the_one_that_was_sent_and_its_case()
    {
        await using var world = await InboxWorld.OpenAsync(provider);
        var row = await world.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == world.RequestId).FirstAsync());
        Assert.That(await world.TakeAsync(BounceOf($"{row.Id:N}@assist.test", "delayed", "4.4.1")), Is.EqualTo(InboxState.Bounce));
        Assert.That((await RowAsync()).State, Is.Not.EqualTo(MailState.Bounced), "it is still tried");
        Assert.That(await world.TakeAsync(BounceOf($"{row.Id:N}@assist.test", "failed", "5.1.1")), Is.EqualTo(InboxState.Bounce));

        var back = await RowAsync();
        Assert.That((back.State, back.LastError, back.BouncedAt), Is.EqualTo((MailState.Bounced, "5.1.1 550 No such user élodie here", (DateTime?)world.Now)));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "mail-bounced"));
        Assert.That((line.RequestId, line.IsPublic), Is.EqualTo(((Guid?)world.RequestId, false)));
        var alarm = await world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Template == TakeBounce.Alarm));
        Assert.That((alarm.ToName, alarm.Values["to"], alarm.Values["words"]), Is.EqualTo(("officer", row.ToName, "5.1.1 550 No such user élodie here")));
        await world.TakeAsync(BounceOf($"{alarm.Id:N}@assist.test", "failed", "5.1.1"));
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Template == TakeBounce.Alarm)), Is.EqualTo(1), "nobody is told of the alarm that came back");
        Assert.That(await world.TakeAsync(BounceOf("strange@assist.test", "failed", "5.1.1")), Is.EqualTo(InboxState.Waiting));
        Assert.That((await world.LastAsync()).Why, Is.EqualTo("bounce-unknown"));

        Task<OutboxMessage> RowAsync() => world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Id == row.Id));
    }

    internal static MimeMessage BounceOf(string messageId, string action, string status)
    {
        var text = $"""
            From: MAILER-DAEMON@mx.test (Mail Delivery System)
            To: portail@assist.test
            Message-ID: <{Guid.CreateVersion7():N}@mx.test>
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            I'm sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.test

            Final-Recipient: rfc822; gone@x.test
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; 550 No such user
              élodie here

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{messageId}>
            Subject: x

            --b--

            """;
        return MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))));
    }
}
