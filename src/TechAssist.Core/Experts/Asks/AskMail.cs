using System.Globalization;
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
            ["items"] = string.Join(reader.Language == "fr" ? " ; " : "; ", asks.Select(ask => Words(ask.Item, ask.On, DateOnly.FromDateTime(now), reader.Language))),
        };
        return OutboxMessage.To(reader, "keep-ready", requestId: null, values, now).ByLink($"/ready/{link.Token}?lang={link.Language}");
    }

    /// <summary>"Passport, until 3 May 2031": what is asked about, and until when it holds.</summary>
    public static string Words(string item, DateOnly on, DateOnly today, string language)
    {
        var day = on.ToString("d MMMM yyyy", Languages.Culture(language));
        var state = item == AskLadder.Availability ? "Ask.Stale" : on < today ? "Ask.RanOut" : "Ask.RunsOut";
        return string.Format(CultureInfo.InvariantCulture, Messages.Text(state, language), Name(item, language), day);
    }

    public static string Name(string item, string language)
    {
        var parts = item.Split(':');
        var name = Messages.Text($"Ask.{item}", language) is var whole && Messages.All.Has($"Ask.{item}") ? whole : Messages.Text($"Ask.{parts[0]}", language);
        return parts is ["Visa", var country] ? $"{name} ({Reference.World.Find(country)?.Name(language) ?? country})" : name;
    }
}
