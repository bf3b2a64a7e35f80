using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MimeKit;
using IcalCalendar = Ical.Net.Calendar;

namespace TechAssist.Core.Notifications;

/// <summary>A hold as iCalendar (RFC 5545, 5546), attached to a mail. It asks for no reply: an answer given to the calendar would
/// reach nobody, and the entry says so. It never holds the link of the mail, since calendars are shared.</summary>
internal static class HoldFile
{
    /// <param name="values">Those of the mail: <c>role</c>, <c>title</c>, <c>reference</c>, <c>places</c>.</param>
    /// <param name="from">The portal's own address, which organizes.</param>
    /// <param name="writtenAt">UTC.</param>
    public static MimeEntity Attach(OutboxMessage row, CalendarHold hold, IReadOnlyDictionary<string, string> values, string from, DateTime writtenAt)
    {
        var part = new TextPart("calendar") { FileName = Text(row, "File", values) + ".ics", IsAttachment = true };
        part.SetText(Encoding.UTF8, Write(row, hold, values, from, writtenAt));
        part.ContentType.Parameters.Add("method", hold.State == HoldState.Cancelled ? "CANCEL" : "REQUEST");
        return part;
    }

    private static string Write(OutboxMessage row, CalendarHold hold, IReadOnlyDictionary<string, string> values, string from, DateTime writtenAt)
    {
        var file = new IcalCalendar { ProductId = "-//TechAssist//Calls//EN", Method = hold.State == HoldState.Cancelled ? "CANCEL" : "REQUEST" };
        var held = new CalendarEvent
        {
            Uid = $"{hold.Id:N}@{from[(from.LastIndexOf('@') + 1)..]}",
            Sequence = (int)hold.State,
            DtStamp = new CalDateTime(writtenAt),
            Start = new CalDateTime(hold.FirstOn),
            End = new CalDateTime(hold.LastOn.AddDays(1)),
            Summary = Text(row, hold.State.ToString(), values),
            Description = Text(row, "More", values),
            Location = values.GetValueOrDefault("places"),
            Status = hold.State.ToString().ToUpperInvariant(),
            Transparency = hold.State == HoldState.Confirmed ? "OPAQUE" : "TRANSPARENT",
            Organizer = new Organizer("mailto:" + from) { CommonName = Messages.Text("Mail.Sender", row.Language) },
        };
        held.Attendees.Add(new Attendee("mailto:" + row.ToAddress)
        {
            CommonName = row.ToName,
            Rsvp = false,
            ParticipationStatus = hold.State == HoldState.Confirmed ? "ACCEPTED" : "TENTATIVE",
        });
        if (hold.State == HoldState.Tentative)
        {
            held.AddProperty("X-MICROSOFT-CDO-BUSYSTATUS", "TENTATIVE");
        }

        file.Events.Add(held);
        return new CalendarSerializer().SerializeToString(file) ?? "";
    }

    private static string Text(OutboxMessage row, string key, IReadOnlyDictionary<string, string> values) =>
        MailText.Fill(Messages.Text("Mail.Hold." + key, row.Language), values);
}
