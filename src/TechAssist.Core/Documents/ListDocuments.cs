using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

public sealed record DocumentRow(
    Guid Id, Guid RequestId, string Kind, string FileName, string ContentType, long Size, string Sha256, string? Language,
    DocumentAudience Audience, Guid AddedById, string AddedByName, DateTime AddedAt);

/// <summary>The files of a case that an actor may open, newest first.</summary>
public sealed class ListDocuments(TechAssistDb db)
{
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public async Task<Page<DocumentRow>> ExecuteAsync(Guid requestId, PageInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        if (!await db.Requests.VisibleTo(actor).AnyAsync(request => request.Id == requestId, cancellationToken))
        {
            throw new NotFoundException("The request");
        }

        var documents = db.DocumentsVisibleTo(actor).AsNoTracking().Where(document => document.RequestId == requestId);
        if (PageMark.Read(input.After) is var (_, id))
        {
            documents = documents.Where(document => document.Id.CompareTo(id) < 0);
        }

        var rows = await documents
            .OrderByDescending(document => document.Id)
            .Take(input.PageSize + 1)
            .Select(document => new DocumentRow(
                document.Id, document.RequestId, document.Kind, document.FileName, document.ContentType, document.Size, document.Sha256, document.Language,
                document.Audience, document.AddedById, document.AddedByName, document.AddedAt))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark("", row.Id), row => row);
    }
}
