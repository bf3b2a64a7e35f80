using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications.Portal;

/// <param name="What">The subject of its mail, in the language asked for.</param>
public sealed record NotificationRow(Guid Id, string What, string? Reference, string? Title, string? Path, DateTime CreatedAt, bool IsRead);

/// <summary>What the actor was told, newest first.</summary>
public sealed class ListNotifications(TechAssistDb db, TimeProvider clock)
{
    /// <summary>More than this many unread are not counted.</summary>
    public const int MostCounted = 100;

    public async Task<Page<NotificationRow>> ExecuteAsync(PageInput input, string language, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var notifications = db.NotificationsOf(actor, clock.GetUtcNow().UtcDateTime).AsNoTracking();
        if (PageMark.Read(input.After) is var (_, id))
        {
            notifications = notifications.Where(notification => notification.Id.CompareTo(id) < 0);
        }

        var rows = await notifications.OrderByDescending(notification => notification.Id).Take(input.PageSize + 1).ToListAsync(cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark("", row.Id), row => new NotificationRow(
            row.Id, MailText.SubjectOf(row.Template, language, row.Values), row.Values.GetValueOrDefault("reference"), row.Values.GetValueOrDefault("title"), row.Path, row.CreatedAt, row.ReadAt is not null));
    }

    /// <returns>How many are unread, <see cref="MostCounted"/> at most.</returns>
    public Task<int> CountAsync(Actor actor, CancellationToken cancellationToken) =>
        db.NotificationsOf(actor, clock.GetUtcNow().UtcDateTime).Where(notification => notification.ReadAt == null).Take(MostCounted).CountAsync(cancellationToken);
}
