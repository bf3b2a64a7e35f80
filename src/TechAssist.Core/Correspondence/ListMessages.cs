using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Correspondence;

public sealed record MessageFile(Guid Id, string FileName, long Size);

public sealed record MessageRow(
    Guid Id, Guid AuthorId, string AuthorName, string Text, bool IsInternal, IReadOnlyList<string> Mentions, bool MentionsReader, IReadOnlyList<MessageFile> Files, DateTime PostedAt,
    bool IsByMail, string? Quoted, IReadOnlyList<string> RefusedFiles);

/// <summary>The messages of a case that an actor may read, newest first.</summary>
public sealed class ListMessages(TechAssistDb db, MessagePeople people)
{
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public async Task<Page<MessageRow>> ExecuteAsync(Guid requestId, PageInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        if (!await db.Requests.VisibleTo(actor).AnyAsync(request => request.Id == requestId, cancellationToken))
        {
            throw new NotFoundException("The request");
        }

        var messages = db.MessagesVisibleTo(actor).AsNoTracking().Where(message => message.RequestId == requestId);
        if (PageMark.Read(input.After) is var (_, id))
        {
            messages = messages.Where(message => message.Id.CompareTo(id) < 0);
        }

        var rows = await messages.OrderByDescending(message => message.Id).Take(input.PageSize + 1).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(row => row.Documents).ToList();
        var files = await db.DocumentsVisibleTo(actor).AsNoTracking()
            .Where(document => document.RequestId == requestId && ids.Contains(document.Id))
            .Select(document => new MessageFile(document.Id, document.FileName, document.Size))
            .ToDictionaryAsync(file => file.Id, cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark("", row.Id), row => new MessageRow(
            row.Id, row.AuthorId, row.AuthorName, row.Text, row.IsInternal, [.. row.Mentions.Select(mention => mention.Name)],
            row.Mentions.Any(mention => mention.Id == actor.PersonId),
            [.. row.Documents.Select(document => files.GetValueOrDefault(document)).OfType<MessageFile>()], row.PostedAt,
            row.IsByMail, row.Quoted, row.RefusedFiles));
    }

    /// <summary>Whom the actor may name; nobody where the actor does not write on the case.</summary>
    public async Task<IReadOnlyList<MessageReader>> ReadersAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).VisibleTo(actor)
            .SingleOrDefaultAsync(row => row.Id == requestId, cancellationToken);
        return request is null || !request.IsWorkedOnBy(actor) ? [] : await people.FindAsync(request, actor, cancellationToken);
    }
}
