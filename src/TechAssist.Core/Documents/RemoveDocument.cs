using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Documents;

/// <summary>Takes an attachment off a case: whoever added it, or the secretariat. The bytes stay for the audit.</summary>
public sealed class RemoveDocument(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such document, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed.</exception>
    public async Task ExecuteAsync(Guid documentId, Actor by, CancellationToken cancellationToken)
    {
        var document = await db.DocumentsVisibleTo(by).SingleOrDefaultAsync(row => row.Id == documentId, cancellationToken)
            ?? throw new NotFoundException("The document");
        if (document.Kind != "attachment" || (document.AddedById != by.PersonId && !by.IsSecretariat))
        {
            throw new RuleException("not-allowed");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        document.Remove(now);
        await timeline.AddAsync(document.RequestId, DocumentLine.Of("document-removed", document), by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
