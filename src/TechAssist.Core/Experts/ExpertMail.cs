using TechAssist.Core.Notifications;

namespace TechAssist.Core.Experts;

/// <summary>The mails to an expert about one nomination. Those with an account are led to it; the others read all there is in the mail.</summary>
internal static class ExpertMail
{
    public static OutboxMessage Of(string template, Nomination nomination, OutboxMessage.Person reader, DateTime now)
    {
        var request = nomination.Request;
        var values = new Dictionary<string, string>
        {
            ["reference"] = request.Reference ?? "",
            ["title"] = request.Title(reader.Language),
            ["role"] = nomination.Role,
            ["places"] = request.Content.Places ?? "",
            ["reason"] = nomination.Reason ?? "",
        };
        if (nomination.Expert.Person is { IsActive: true })
        {
            values["path"] = $"/invitations/{nomination.Id}";
        }

        return OutboxMessage.To(reader, template, request.Id, values, now);
    }
}
