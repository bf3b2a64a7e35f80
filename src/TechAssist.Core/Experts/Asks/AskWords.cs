using System.Globalization;

namespace TechAssist.Core.Experts.Asks;

/// <summary>What an ask is about, in words.</summary>
public static class AskWords
{
    /// <returns>"Passport: until 3 May 2031": what is asked about, and until when it holds.</returns>
    public static string Words(string item, DateOnly on, DateOnly today, string language)
    {
        var day = on.ToString("d MMMM yyyy", Languages.Culture(language));
        var state = item == AskLadder.Availability ? "Ask.Stale" : on < today ? "Ask.RanOut" : "Ask.RunsOut";
        return string.Format(CultureInfo.InvariantCulture, Messages.Text(state, language), Name(item, language), day);
    }

    /// <param name="item">See <see cref="Expiry.Item"/>.</param>
    public static string Name(string item, string language) => item.Split(':') is ["Visa", var country]
        ? $"{Messages.Text("Ask.Visa", language)} ({Reference.World.Find(country)?.Name(language) ?? country})"
        : Messages.Text("Ask." + item, language);
}
