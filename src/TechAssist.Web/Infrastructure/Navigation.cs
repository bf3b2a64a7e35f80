using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Infrastructure;

/// <summary>The main navigation: what an actor can use, and nothing else.</summary>
public static class Navigation
{
    private static readonly string[] BesideRecommendations = [Links.Initiatives, Links.Lessons, Links.PublishedReports];

    public sealed record Item(string Key, string Href);

    public static IEnumerable<Item> For(Actor actor)
    {
        yield return new Item("Home.Title", Links.Home);
        yield return new Item("Tasks.Title", Links.Tasks);
        yield return new Item("Requests.Title", Links.Requests);
        if (actor.SeesInternals())
        {
            yield return new Item("Board.Title", Links.Board);
            yield return new Item("Deployed.Nav", Links.Deployed);
        }

        if (Core.Strategy.StrategyScope.MayLook(actor))
        {
            yield return new Item("Strategy.Nav", Links.Strategy);
        }

        if (actor.IsSecretariat)
        {
            yield return new Item("Roster.Title", Links.Roster);
            yield return new Item("Duty.Title", Links.Duty);
            yield return new Item("Inbox.Nav", Links.Inbox);
        }

        if (actor.Grants.Any(grant => grant.Role == Role.Expert))
        {
            yield return new Item("Invitations.Title", Links.Invitations);
        }

        // Where recommendations are, published reports are a tab beside them.
        yield return FollowsUp(actor) ? new Item("Recommendations.Title", Links.Recommendations) : new Item("Published.Title", Links.PublishedReports);
        if (actor.Has(Role.Administrator))
        {
            yield return new Item("Admin.Title", Links.People);
        }
    }

    /// <summary>Reads recommendations, initiatives and lessons.</summary>
    public static bool FollowsUp(Actor actor) =>
        actor.IsSecretariat || actor.Grants.Any(grant => grant.Role is Role.FocalPoint or Role.Requester or Role.Counterpart or Role.Committee or Role.Auditor);

    public static bool IsHere(Item item, PathString path) =>
        item.Href == Links.Home ? path == Links.Home
        : item.Href == Links.People ? path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase)
        : path.StartsWithSegments(item.Href, StringComparison.OrdinalIgnoreCase)
            || (item.Href == Links.Recommendations && BesideRecommendations.Any(page => path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase)));
}
