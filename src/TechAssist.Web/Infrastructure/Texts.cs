using TechAssist.Core;
using TechAssist.Core.Notifications.Portal;

namespace TechAssist.Web.Infrastructure;

/// <summary>The portal's words in the reader's language: <c>@T["SignIn.Title"]</c>. Every resx pair in Resources is read; a
/// key is page and name. Words from below the portal (errors, history) come from <see cref="Messages"/>.</summary>
public sealed class Texts
{
    public static readonly TextSet All = new(typeof(Texts).Assembly);

    public string this[string key, params object?[] arguments] => All.Text(key, Languages.Current, arguments);

    /// <summary>The city by which a zone is known: "Brussels", "Bruxelles".</summary>
    public string City(TimeZoneInfo zone) =>
        All.Has("Zone." + zone.Id) ? this["Zone." + zone.Id] : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>What the bell at the top of every page says of the unread.</summary>
    public string Bell(int unread) => unread switch
    {
        0 => this["Bell.None"],
        1 => this["Bell.One"],
        < ListNotifications.MostCounted => this["Bell.Other", unread],
        _ => this["Bell.Many", ListNotifications.MostCounted - 1],
    };

    /// <summary>A number with its noun: reads <c>key.one</c> or <c>key.other</c>. In French 0 and 1 are singular.</summary>
    public string Count(string key, int count)
    {
        var one = Languages.Current == "fr" ? count is 0 or 1 : count == 1;
        return All.Text(key + (one ? ".one" : ".other"), Languages.Current, count);
    }
}
