using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications.Portal;

/// <summary>The actor has read one, or all there are.</summary>
public sealed class ReadNotifications(TechAssistDb db, TimeProvider clock)
{
    /// <returns>The page it is about; null where there is none.</returns>
    /// <exception cref="NotFoundException">Absent, or somebody else's.</exception>
    public async Task<string?> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var notification = await db.NotificationsOf(actor, now).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("The notification");
        notification.Read(now);
        await db.SaveChangesAsync(cancellationToken);
        return notification.Path;
    }

    /// <param name="newest">The newest the actor has seen: what came since stays unread.</param>
    public Task<int> ReadAllAsync(Guid newest, Actor actor, CancellationToken cancellationToken)
    {
        DateTime? now = clock.GetUtcNow().UtcDateTime;
        return db.NotificationsOf(actor, now.Value)
            .Where(notification => notification.ReadAt == null && notification.Id.CompareTo(newest) <= 0)
            .ExecuteUpdateAsync(row => row.SetProperty(read => read.ReadAt, now), cancellationToken);
    }
}
