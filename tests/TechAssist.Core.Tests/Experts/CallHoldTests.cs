using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Tests.Notifications;
using TechAssist.Testing;
using static TechAssist.Core.Tests.Experts.CalledExperts;

namespace TechAssist.Core.Tests.Experts;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class CallHoldTests(Provider provider)
{
    [Test]
    public async Task The_days_are_held_with_the_call_and_freed_when_it_is_stood_down()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (callId, _) = await CallAsync(world, 24, "Éloïse");
        var held = HoldOf(await SentAsync(world, "call-opened"));
        await world.AsAsync<StandDownCall>("officer", (act, actor) => act.ExecuteAsync(callId, new StandDownCallInput("La crise est passée"), actor, default));
        var freed = HoldOf(await SentAsync(world, "call-stood-down"));

        Assert.Multiple(() =>
        {
            Assert.That((held.Method, held.Event.Status, held.Event.Sequence), Is.EqualTo(("REQUEST", "TENTATIVE", 0)));
            Assert.That((held.Event.Start, held.Event.End), Is.EqualTo((new CalDateTime(2031, 9, 1), new CalDateTime(2031, 9, 6))), "the last day is in");
            Assert.That(held.Event.Summary, Is.EqualTo("À tenir libre, non confirmé\u00A0: Statisticienne (TA-2031-SN-0001)"));
            Assert.That(held.Event.Attendees.Single().CommonName, Is.EqualTo("Éloïse Dubœuf"));
            Assert.That(held.Text, Does.Not.Contain("/call/"), "calendars are shared, the link is not");
            Assert.That(held.Event.Attendees.Single().Rsvp, Is.False, "an answer to the calendar would reach nobody");
            Assert.That((freed.Method, freed.Event.Status, freed.Event.Uid), Is.EqualTo(("CANCEL", "CANCELLED", held.Event.Uid)));
            Assert.That(freed.Event.Sequence, Is.GreaterThan(held.Event.Sequence));
        });
    }

    [Test]
    public async Task A_no_and_a_silence_free_the_days()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, tokens) = await CallAsync(world, 24, "Awa", "Koffi");
        await AnswerAsync(world, tokens["Awa"], new AnswerInvitationInput(false) { Message = "En congé" });
        Assert.That(HoldOf(await SentAsync(world, "call-declined")).Method, Is.EqualTo("CANCEL"));

        world.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync(world);
        var over = await SentAsync(world, "call-over");
        Assert.That(over.To.Mailboxes.Single().Address, Is.EqualTo("koffi@expert.test"));
        Assert.That(HoldOf(over).Event.Status, Is.EqualTo("CANCELLED"));
    }

    [Test]
    public async Task The_link_leaves_with_the_mail_and_is_not_kept()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, tokens) = await CallAsync(world, 24, "Awa");
        var mail = await SentAsync(world, "call-opened");
        Assert.That(mail.TextBody, Does.Contain("/call/" + tokens["Awa"]));
        var row = await world.ReadAsync(db => db.Outbox.SingleAsync(sent => sent.Template == "call-opened"));
        Assert.That((row.OncePath, row.SentAt), Is.EqualTo(((string?)null, (DateTime?)world.Now)));
        Assert.That(string.Concat(row.Values.Values), Does.Not.Contain(tokens["Awa"]));
        await AnswerAsync(world, tokens["Awa"], Yes);
    }

    /// <summary>Sends all that is due, and reads the one of the template.</summary>
    private static async Task<MimeMessage> SentAsync(CaseWorld world, string template)
    {
        var id = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == template).Select(mail => mail.Id).SingleAsync());
        var mails = new SentMails(world);
        await mails.SendAsync();
        return mails.All.Single(mail => mail.MessageId!.StartsWith($"{id:N}", StringComparison.Ordinal));
    }

    /// <summary>The calendar of a mail as a mail program reads it, from its bytes.</summary>
    private static (string Text, string Method, CalendarEvent Event) HoldOf(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        bytes.Position = 0;
        var part = (TextPart)MimeMessage.Load(bytes).Attachments.Single();
        Assert.That((part.ContentType.MimeType, part.ContentType.Charset, part.FileName), Is.EqualTo(("text/calendar", "utf-8", "mission-TA-2031-SN-0001.ics")));
        var calendar = Calendar.Load(part.Text)!;
        Assert.That(part.ContentType.Parameters["method"], Is.EqualTo(calendar.Method));
        return (part.Text, calendar.Method!, calendar.Events.Single());
    }
}
