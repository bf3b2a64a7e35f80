using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Documents;

/// <summary>A file with its bytes to read; dispose of <paramref name="Content"/> after reading.</summary>
public sealed record OpenedDocument(
    Guid Id, Guid RequestId, string FileName, string ContentType, long Size, string Sha256, DateTime AddedAt, Stream Content);

/// <summary>Opens a file that an actor may see. The bytes come out of the database piece by piece, from any place.</summary>
public sealed class OpenDocument(TechAssistDb db)
{
    /// <param name="requestId">The case it must belong to; null for any.</param>
    /// <exception cref="NotFoundException">No such document, or not the actor's to know.</exception>
    public async Task<OpenedDocument> ExecuteAsync(Guid documentId, Guid? requestId, Actor actor, CancellationToken cancellationToken)
    {
        var document = await db.DocumentsVisibleTo(actor).AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == documentId && (requestId == null || row.RequestId == requestId), cancellationToken)
            ?? throw new NotFoundException("The document");
        return new OpenedDocument(
            document.Id, document.RequestId, document.FileName, document.ContentType, document.Size, document.Sha256, document.AddedAt,
            new StoredFile(db, document.Sha256, document.Size));
    }
}
