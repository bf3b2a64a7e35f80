using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Options;
using TechAssist.Core.Notifications;
using IcalCalendar = Ical.Net.Calendar;

namespace TechAssist.Core.Work.Agenda;

/// <summary>An agenda as iCalendar (RFC 5545, with the refresh interval of RFC 7986). It names cases and tasks, no people.</summary>
public sealed class AgendaFile(IOptions<PortalAddress> portal, IOptions<MailOptions> mail)
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>How long before it is due a task stands in the day.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(30);

    /// <param name="writtenAt">UTC.</param>
    public string Write(IEnumerable<AgendaEntry> entries, string language, DateTime writtenAt)
    {
        var file = new IcalCalendar { ProductId = "-//TechAssist//Agenda//EN", Method = "PUBLISH" };
        file.AddProperty("X-WR-CALNAME", Messages.Text("Agenda.Name", language));
        file.AddProperty("X-PUBLISHED-TTL", "PT1H");
        file.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        file.Events.AddRange(entries.Select(entry => Event(entry, language, writtenAt)));
        return new CalendarSerializer().SerializeToString(file) ?? "";
    }

    private CalendarEvent Event(AgendaEntry entry, string language, DateTime writtenAt)
    {
        var from = mail.Value.From;
        var shown = new CalendarEvent
        {
            Uid = $"{entry.Kind.ToString().ToLowerInvariant()}-{entry.Id:N}@{from[(from.LastIndexOf('@') + 1)..]}",
            DtStamp = new CalDateTime(writtenAt),
            Summary = Messages.Text("Agenda." + entry.Kind, language, entry.Title.In(language), entry.Reference ?? ""),
            Description = portal.Value.Of(entry.Path),
            Url = new Uri(portal.Value.Of(entry.Path)),
            Transparency = entry.Kind == AgendaKind.Mission ? "OPAQUE" : "TRANSPARENT",
        };
        (shown.Start, shown.End) = entry.At is { } at
            ? (new CalDateTime(at - Shown, "UTC"), new CalDateTime(at, "UTC"))
            : (new CalDateTime(entry.FirstOn), new CalDateTime(entry.LastOn.AddDays(1)));
        return shown;
    }
}
