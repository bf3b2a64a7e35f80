using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <summary>Keeps a file that shows what became of a recommendation or a deliverable among the case's documents, together with what is said of it. Also after
/// the case was closed. Those who have a part in the case open it.</summary>
public sealed class KeepEvidence(TechAssistDb db, FileScan scan, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>The largest file, in bytes: 10 MB. Whoever has a link has no account.</summary>
    public const long Most = 10 * 1024 * 1024;

    /// <summary>The kind of such a document.</summary>
    public const string Kind = "evidence";

    /// <param name="requestId">The case.</param>
    /// <param name="file">Null where there is none.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="noteAsync">Notes what is saved with the file, by the document's id; null where there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RuleException">too-many-files.</exception>
    /// <exception cref="InvalidInputException">file: file-empty, file-too-large, file-kind-not-taken, file-not-what-it-says, file-infected,
    /// file-not-scanned.</exception>
    public async Task SaveAsync(Guid requestId, SentFile? file, Actor by, Func<Guid?, Task> noteAsync, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await noteAsync(null);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        await RefusedFile.NotedAsync(
            db, timeline, requestId, new TimelineLine("document-refused"), file.FileName, by, clock.GetUtcNow().UtcDateTime,
            () => TakeAsync(requestId, file, by, noteAsync, cancellationToken), cancellationToken);
    }

    private async Task<Document> TakeAsync(Guid requestId, SentFile sent, Actor by, Func<Guid?, Task> noteAsync, CancellationToken cancellationToken)
    {
        var name = FileName.Clean(sent.FileName);
        var kind = (name is null ? null : FileKind.ByName(name)) ?? throw new InvalidInputException("file", "file-kind-not-taken", FileKind.Names);
        await using var file = await SpooledFile.TakeAsync(sent.Content, Most, cancellationToken);
        if (file.Size == 0)
        {
            throw new InvalidInputException("file", "file-empty");
        }

        if (!kind.Allows(sent.ContentType) || !kind.IsSeenIn(file.Content))
        {
            throw new InvalidInputException("file", "file-not-what-it-says", kind.Extension);
        }

        await scan.CheckAsync(file.Content, cancellationToken);
        if (await db.Documents.CountAsync(document => document.RequestId == requestId && document.RemovedAt == null, cancellationToken) >= AttachDocument.MostFiles)
        {
            throw new RuleException("too-many-files", AttachDocument.MostFiles);
        }

        var document = Document.Of(requestId, Kind, name!, kind.ContentType, file.Size, file.Sha256, null, DocumentAudience.Participants, by, clock.GetUtcNow().UtcDateTime);
        // A transaction because the pieces go past the change tracker, one at a time.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await file.StoreAsync(db, cancellationToken);
        db.Documents.Add(document);
        await noteAsync(document.Id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return document;
    }
}
