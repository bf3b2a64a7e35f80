using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using TechAssist.Core;
using TechAssist.Core.Notifications.Portal;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Notifications;

/// <summary>Tells an open page how many notifications are unread whenever the number changes: server-sent events at
/// <c>/notifications/stream</c>. Each stream looks at one index every few seconds, on whatever node it is, so that nodes need not tell each
/// other anything.</summary>
public sealed class UnreadEvents(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Then it ends, and the page asks anew: who has signed out meanwhile gets none.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>After so many looks it says the same number again: what stands between the two may cut a silent line, and a line that is
    /// dead is found out.</summary>
    private const int SilentLooks = 6;

    /// <summary>Open pages of one person at once; further ones have the number of when they were opened.</summary>
    public const int MostEach = 6;

    private readonly ConcurrentDictionary<Guid, int> open = new();

    public bool TryOpen(Guid personId)
    {
        var count = open.AddOrUpdate(personId, 1, (_, known) => known + 1);
        if (count <= MostEach)
        {
            return true;
        }

        Close(personId);
        return false;
    }

    /// <summary>The number now, each time it is another one, and every half a minute.</summary>
    public async IAsyncEnumerable<SseItem<int>> ReadAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            var (began, last, silent) = (clock.GetTimestamp(), -1, 0);
            do
            {
                if (await CountAsync(actor, ends.Token) is var count && (count != last || ++silent >= SilentLooks))
                {
                    (last, silent) = (count, 0);
                    yield return new SseItem<int>(count, "unread");
                }
            }
            while (await WaitAsync(ends.Token) && clock.GetElapsedTime(began) < Longest);
        }
        finally
        {
            Close(actor.PersonId);
        }
    }

    private async Task<int> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ListNotifications>().CountAsync(actor, cancellationToken);
    }

    /// <returns>False when the page was closed, or the program ends.</returns>
    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Every, clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Close(Guid personId)
    {
        if (open.AddOrUpdate(personId, 0, (_, known) => known - 1) <= 0)
        {
            open.TryRemove(new KeyValuePair<Guid, int>(personId, 0));
        }
    }
}

public static class UnreadEventsRoute
{
    public static void MapUnreadEvents(this WebApplication app) => app.MapGet(Links.UnreadEvents, async (UnreadEvents stream, CurrentActor current, CancellationToken cancellationToken) =>
    {
        var actor = await current.GetAsync(cancellationToken);
        return stream.TryOpen(actor.PersonId)
            ? TypedResults.ServerSentEvents(stream.ReadAsync(actor, cancellationToken))
            // A page that gets 204 does not ask again.
            : (IResult)TypedResults.NoContent();
    }).ExcludeFromDescription();
}
