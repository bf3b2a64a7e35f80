using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Notifications.Portal;

/// <summary>Section <c>Notifications</c> of the settings.</summary>
public sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>Months after which a notification is deleted, read or not; what it told of stays on its case.</summary>
    [Range(1, 60)]
    public int KeepMonths { get; set; } = 6;
}

/// <summary>Deletes what was told long ago.</summary>
public sealed class ForgetNotifications(TechAssistDb db, IOptions<NotificationOptions> options, TimeProvider clock)
{
    /// <returns>How many were deleted.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddMonths(-options.Value.KeepMonths);
        return db.Notifications.Where(notification => notification.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
