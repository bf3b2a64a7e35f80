using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Inbox;

/// <summary>How mails come in, as an administrator sees it.</summary>
/// <param name="Mailbox">User, server and folder; null where nothing is read.</param>
/// <param name="ReadAt">When it was last open; null: never yet.</param>
/// <param name="Error">What the last round ended with; null after a good one.</param>
/// <param name="Waiting">Mails that wait for somebody of the secretariat.</param>
public sealed record InboxHealthView(string? Mailbox, DateTime? ReadAt, string? Error, int Waiting);

/// <summary>Whether the mailbox is read. For administrators.</summary>
public sealed class InboxHealth(TechAssistDb db, IOptions<InboxOptions> options)
{
    public async Task<InboxHealthView> ReadAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsRead)
        {
            return new InboxHealthView(null, null, null, 0);
        }

        var name = options.Value.Name;
        var mark = await db.InboxMarks.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
        return new InboxHealthView(name, mark?.ReadAt, mark?.Error, await db.InboxMails.CountAsync(mail => mail.State == InboxState.Waiting, cancellationToken));
    }
}
