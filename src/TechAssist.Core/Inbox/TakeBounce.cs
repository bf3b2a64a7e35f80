using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Inbox;

/// <summary>Marks the mail of ours that came back, and every mail that it carried; their cases say so. Saved by the caller.</summary>
public sealed class TakeBounce(TechAssistDb db, TimelineWriter timeline)
{
    /// <returns>False where there is no such mail.</returns>
    internal async Task<bool> ExecuteAsync(Bounce bounce, DateTime now, CancellationToken cancellationToken)
    {
        var rows = bounce.Row is null ? [] : await db.Outbox.Where(mail => mail.Id == bounce.Row || mail.DigestId == bounce.Row).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => bounce.IsFinal && row.State != MailState.Bounced))
        {
            row.CameBack(bounce.Reason, now);
            var line = new TimelineLine("mail-bounced") { Values = new Dictionary<string, string> { ["to"] = row.ToName, ["address"] = row.ToAddress, ["words"] = bounce.Reason } };
            await timeline.AddAsync(row.RequestId, line, Actor.System, now, cancellationToken);
        }

        return rows.Count > 0;
    }
}
