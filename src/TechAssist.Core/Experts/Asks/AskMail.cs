using TechAssist.Core.Links;
using TechAssist.Core.Notifications;

namespace TechAssist.Core.Experts.Asks;

/// <summary>One mail for everything an expert is asked on a day.</summary>
internal static class AskMail
{
    public static OutboxMessage Of(IReadOnlyList<ReadinessAsk> asks, OutboxMessage.Person reader, SignedLink link, DateTime now)
    {
        var values = new Dictionary<string, string>
        {
            ["items"] = string.Join(reader.Language == "fr" ? " ; " : "; ", asks.Select(ask => AskWords.Words(ask.Item, ask.On, DateOnly.FromDateTime(now), reader.Language))),
        };
        return OutboxMessage.To(reader, "keep-ready", requestId: null, values, now).ByLink($"/ready/{link.Token}?lang={link.Language}");
    }
}
