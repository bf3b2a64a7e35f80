using TechAssist.Core.Links;
using TechAssist.Core.Notifications;

namespace TechAssist.Core.Experts.Calls;

/// <summary>The mails of a call. The instants in them are in UTC, named so: an expert may be anywhere.</summary>
internal static class CallMail
{
    public const string Opened = "call-opened";
    public const string Reminder = "call-reminder";

    public static OutboxMessage Of(string template, Call call, OutboxMessage.Person reader, SignedLink? link, DateTime now)
    {
        var culture = Languages.Culture(reader.Language);
        var values = new Dictionary<string, string>
        {
            ["reference"] = call.Request.Reference ?? "",
            ["title"] = call.Request.Title(reader.Language),
            ["role"] = call.Role,
            ["closes"] = call.ClosesAt.ToString("dddd d MMMM yyyy, HH:mm", culture) + " UTC",
            ["message"] = call.Message.In(reader.Language),
            ["reason"] = call.Reason ?? "",
            ["places"] = call.Request.Content.Places ?? "",
        };
        if (call is { FromOn: { } from, ToOn: { } to })
        {
            values["days"] = $"{from.ToString("d MMMM yyyy", culture)} – {to.ToString("d MMMM yyyy", culture)}";
        }

        // A call that opens later is sent when it opens.
        var mail = OutboxMessage.To(reader, template, call.RequestId, values, now > call.OpensAt ? now : call.OpensAt);
        return link is null ? mail : mail.ByLink($"/call/{link.Token}?lang={link.Language}");
    }

    /// <summary>The mission's days for the expert's calendar; null while they are not known.</summary>
    public static CalendarHold? HoldOf(Nomination nomination, HoldState state) => nomination.Call is { FromOn: { } from, ToOn: { } to }
        ? new CalendarHold(nomination.Id, state, from, to)
        : null;
}
