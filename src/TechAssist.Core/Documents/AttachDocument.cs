using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

/// <summary>What somebody attaches to a case.</summary>
/// <param name="ContentType">As the sender declares it; checked against the name and the content.</param>
/// <param name="Language">"fr", "en", or null where it does not matter.</param>
/// <param name="Audience">Who may open it; only the secretariat keeps something to itself.</param>
public sealed record AttachDocumentInput(
    Guid RequestId, string? FileName, string? ContentType, string? Language = null, DocumentAudience Audience = DocumentAudience.Case);

/// <summary>Somebody attaches a file to a request, from its draft on. The file is checked by its content, and stored in pieces,
/// once for each content. Page and API both come through here.</summary>
public sealed class AttachDocument(TechAssistDb db, FileScan scan, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>The largest file, in bytes: 25 MB.</summary>
    public const long Most = 25 * 1024 * 1024;

    /// <summary>How many files a case holds.</summary>
    public const int MostFiles = 200;

    /// <param name="content">Read once, to its end; need not be seekable.</param>
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed, request-closed, too-many-files.</exception>
    /// <exception cref="InvalidInputException">file: required, file-empty, file-too-large, file-kind-not-taken, file-not-what-it-says,
    /// file-infected, file-not-scanned; language, audience: not-a-choice.</exception>
    public async Task<Document> ExecuteAsync(AttachDocumentInput input, Stream content, Actor by, CancellationToken cancellationToken)
    {
        var request = await FindAsync(input.RequestId, by, cancellationToken);
        var (name, kind) = Check(input, by);
        // A part of a larger act is undone with it, and so would be the line.
        return db.Database.CurrentTransaction is not null
            ? await TakeAsync(request, input, name, kind, content, by, cancellationToken)
            : await RefusedFile.NotedAsync(
                db, timeline, request.Id, new TimelineLine("document-refused"), name, by, clock.GetUtcNow().UtcDateTime,
                () => TakeAsync(request, input, name, kind, content, by, cancellationToken), cancellationToken);
    }

    private async Task<Document> TakeAsync(
        AssistanceRequest request, AttachDocumentInput input, string name, FileKind kind, Stream content, Actor by, CancellationToken cancellationToken)
    {
        await using var file = await SpooledFile.TakeAsync(content, Most, cancellationToken);
        if (file.Size == 0)
        {
            throw new InvalidInputException("file", "file-empty");
        }

        if (!kind.IsSeenIn(file.Content))
        {
            throw new InvalidInputException("file", "file-not-what-it-says", kind.Extension);
        }

        await scan.CheckAsync(file.Content, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        // A transaction because the pieces go past the change tracker, one at a time.
        // Where the file is a part of a larger act, it is saved with that.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await file.StoreAsync(db, cancellationToken);
        // Files sent side by side wait for each other here, each for its line in the history.
        await db.Requests.Where(row => row.Id == request.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(locked => locked.Revision, locked => locked.Revision), cancellationToken);
        var document = Document.Of(request.Id, DocumentKinds.Attachment, name, kind.ContentType, file.Size, file.Sha256, input.Language, input.Audience, by, now);
        db.Documents.Add(document);
        await timeline.AddAsync(request.Id, DocumentLine.Of("document-attached", document), by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return document;
    }

    private async Task<AssistanceRequest> FindAsync(Guid requestId, Actor by, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).VisibleTo(by)
            .SingleOrDefaultAsync(row => row.Id == requestId, cancellationToken)
            ?? throw new NotFoundException("The request");
        if (!request.IsWorkedOnBy(by))
        {
            throw new RuleException("not-allowed");
        }

        if (request.Status == RequestStatus.Closed && !by.IsSecretariat)
        {
            throw new RuleException("request-closed");
        }

        if (await db.Documents.CountAsync(document => document.RequestId == requestId && document.RemovedAt == null && document.Kind != DocumentKinds.Photo, cancellationToken) >= MostFiles)
        {
            throw new RuleException("too-many-files", MostFiles);
        }

        return request;
    }

    private static (string Name, FileKind Kind) Check(AttachDocumentInput input, Actor by)
    {
        if (input.Language is not (null or "fr" or "en"))
        {
            throw new InvalidInputException("language", "not-a-choice");
        }

        // The other audiences are for what the process itself writes.
        if (input.Audience is not (DocumentAudience.Case or DocumentAudience.Participants) && !(input.Audience == DocumentAudience.Secretariat && by.IsSecretariat))
        {
            throw new InvalidInputException("audience", "not-a-choice");
        }

        var name = FileName.Clean(input.FileName) ?? throw new InvalidInputException("file", string.IsNullOrWhiteSpace(input.FileName) ? "required" : "file-kind-not-taken", FileKind.Names);
        var kind = FileKind.ByName(name) ?? throw new InvalidInputException("file", "file-kind-not-taken", FileKind.Names);
        return kind.Allows(input.ContentType) ? (name, kind) : throw new InvalidInputException("file", "file-not-what-it-says", kind.Extension);
    }
}

/// <summary>What the history says about a file.</summary>
internal static class DocumentLine
{
    public static TimelineLine Of(string kind, Document document) => new(kind)
    {
        IsPublic = document.Audience == DocumentAudience.Case,
        Values = new Dictionary<string, string> { ["file"] = document.FileName, ["size"] = document.Size.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };
}
