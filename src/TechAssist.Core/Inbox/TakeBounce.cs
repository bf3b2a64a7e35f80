using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Inbox;

/// <summary>Marks the mail of ours that came back, and every mail that it carried; their cases say so, and whoever works on them is told.
/// Saved by the caller.</summary>
public sealed class TakeBounce(TechAssistDb db, CasePeople people, CaseMail mail, TimelineWriter timeline)
{
    /// <summary>The mail about a mail that came back. Where it comes back itself, nobody is told again.</summary>
    public const string Alarm = "mail-came-back";

    /// <returns>False where there is no such mail.</returns>
    internal async Task<bool> ExecuteAsync(Bounce bounce, DateTime now, CancellationToken cancellationToken)
    {
        var rows = bounce.Row is null ? [] : await db.Outbox.Where(mail => mail.Id == bounce.Row || mail.DigestId == bounce.Row).ToListAsync(cancellationToken);
        List<OutboxMessage> back = [.. rows.Where(row => bounce.IsFinal && row.State != MailState.Bounced)];
        foreach (var row in back)
        {
            row.CameBack(bounce.Reason, now);
            var line = new TimelineLine("mail-bounced") { Values = new Dictionary<string, string> { ["to"] = row.ToName, ["address"] = row.ToAddress, ["words"] = bounce.Reason } };
            await timeline.AddAsync(row.RequestId, line, Actor.System, now, cancellationToken);
        }

        foreach (var (requestId, row) in back.Where(row => row.RequestId is not null && row.Template != Alarm).DistinctBy(row => row.RequestId).Select(row => (row.RequestId, row)))
        {
            await TellAsync(requestId!.Value, row, bounce.Reason, now, cancellationToken);
        }

        return rows.Count > 0;
    }

    /// <summary>The case officer; where there is none, or it is theirs that came back, the coordinator.</summary>
    private async Task TellAsync(Guid requestId, OutboxMessage row, string reason, DateTime now, CancellationToken cancellationToken)
    {
        var request = await db.Requests.SingleAsync(found => found.Id == requestId, cancellationToken);
        foreach (var audience in new[] { "caseOfficer", "coordinator" })
        {
            List<CasePerson> readers = [.. (await people.FindAsync([audience], request, null, cancellationToken)).Where(reader => reader.Id != row.PersonId)];
            if (readers.Count > 0)
            {
                mail.Tell(readers, Alarm, request, now, ("to", row.ToName), ("address", row.ToAddress), ("words", reason));
                return;
            }
        }
    }
}
