using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Inbox;

/// <summary>Reads what is new in the mailbox. Nothing in it is changed; how far it was read is kept on our side, after each mail. A mail
/// with which nothing can be done waits for a person and holds up no other; with the database away the round ends, and the mail is
/// read again in the next one.</summary>
public sealed partial class ReadInbox(IServiceScopeFactory scopes, IOptions<InboxOptions> inbox, IOptions<MailOptions> mail, TimeProvider clock, ILogger<ReadInbox> logger)
{
    /// <summary>Two acts on a case at one moment: the second one tries again.</summary>
    private const int MostTries = 3;

    /// <returns>How many mails were handled, up to <paramref name="most"/>.</returns>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var settings = inbox.Value;
        if (!settings.IsRead)
        {
            return 0;
        }

        try
        {
            using var client = new ImapClient { Timeout = 30_000 }.Trusting(settings.Authority ?? mail.Value.Authority);
            await client.ConnectAsync(settings.Host!, settings.Port, Security(settings), cancellationToken);
            await client.AuthenticateAsync(settings.User!, settings.Password ?? "", cancellationToken);
            var folder = await client.GetFolderAsync(settings.Folder, cancellationToken);
            await folder.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
            var count = await ReadAsync(folder, most, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return count;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception);
            await MarkAsync(mark => mark.Failed(exception.Message), cancellationToken);
            return 0;
        }
    }

    private async Task<int> ReadAsync(IMailFolder folder, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var from = await MarkAsync(mark => mark.Open(folder.UidValidity, now), cancellationToken);
        var range = new UniqueIdRange(folder.UidValidity, (uint)Math.Min(from + 1, uint.MaxValue), uint.MaxValue);
        // Of a range beyond the last one, servers give the last one.
        var uids = (await folder.SearchAsync(SearchQuery.Uids(range), cancellationToken)).Where(uid => uid.Id > from).OrderBy(uid => uid.Id).Take(most).ToList();
        var heads = uids.Count == 0 ? [] : await folder.FetchAsync(uids, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.Envelope, cancellationToken);
        foreach (var head in heads.OrderBy(head => head.UniqueId.Id))
        {
            await TakeAsync(folder, head, cancellationToken);
            await MarkAsync(mark => mark.Handled(head.UniqueId.Id), cancellationToken);
        }

        return uids.Count;
    }

    private async Task TakeAsync(IMailFolder folder, IMessageSummary head, CancellationToken cancellationToken)
    {
        if (head.Size > TakeMail.Most)
        {
            var key = $"{folder.UidValidity}-{head.UniqueId.Id}";
            await WithAsync(take => take.NoteTooLargeAsync(key, head.Envelope?.From.Mailboxes.FirstOrDefault()?.Address, head.Envelope?.Subject, head.Size.Value, cancellationToken));
            return;
        }

        using var content = new MemoryStream();
        await using (var source = await folder.GetStreamAsync(head.UniqueId, cancellationToken))
        {
            await source.CopyToAsync(content, cancellationToken);
        }

        await TakeAsync(content, head.UniqueId.Id, cancellationToken);
    }

    private async Task TakeAsync(MemoryStream content, uint uid, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                content.Position = 0;
                await WithAsync(take => take.ExecuteAsync(content, cancellationToken));
                return;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Somebody else was faster: on the case, or with this very mail.
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogKept(exception, uid);
                content.Position = 0;
                await WithAsync(take => take.KeepAsync(content, "failed", cancellationToken));
                return;
            }
        }
    }

    private async Task WithAsync(Func<TakeMail, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TakeMail>());
    }

    /// <returns>How far the folder is read.</returns>
    private async Task<long> MarkAsync(Action<InboxMark> change, CancellationToken cancellationToken)
    {
        var name = inbox.Value.Name;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        var mark = await db.InboxMarks.SingleOrDefaultAsync(row => row.Name == name, cancellationToken) ?? db.InboxMarks.Add(new InboxMark(name)).Entity;
        change(mark);
        await db.SaveChangesAsync(cancellationToken);
        return mark.LastUid;
    }

    private static SecureSocketOptions Security(InboxOptions settings) => settings.Security switch
    {
        InboxSecurity.StartTls => SecureSocketOptions.StartTls,
        InboxSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.SslOnConnect,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mailbox could not be read.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Uid} of the mailbox could not be handled; it waits for a person.")]
    private partial void LogKept(Exception exception, uint uid);
}
