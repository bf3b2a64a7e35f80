using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Files;

/// <summary>A file as it was sent.</summary>
/// <param name="ContentType">As the sender declares it; checked against the name and the content.</param>
public sealed record SentFile(string? FileName, string? ContentType, Stream Content);

/// <summary>Checks, keeps and removes CVs: one for each owner.</summary>
internal static class CvStore
{
    /// <summary>The largest CV, in bytes: 10 MB.</summary>
    public const long Most = 10 * 1024 * 1024;

    private static readonly IReadOnlyList<FileKind> Kinds = [.. FileKind.All.Where(kind => kind.Extension is "pdf" or "docx" or "odt")];

    public static string Names { get; } = string.Join(", ", Kinds.Select(kind => kind.Extension));

    /// <summary>Takes the file in, and with <paramref name="saveAsync"/> saves what goes with it, in one transaction.</summary>
    /// <exception cref="InvalidInputException">file: required, cv-not-a-document, file-empty, file-too-large, file-not-what-it-says,
    /// file-infected, file-not-scanned.</exception>
    public static async Task<ExpertFile> TakeAsync(TechAssistDb db, FileScan scan, Guid ownerId, SentFile sent, DateTime now, Func<ExpertFile, Task> saveAsync, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(sent.FileName))
        {
            throw new InvalidInputException("file", "required");
        }

        var name = FileName.Clean(sent.FileName);
        var kind = name is null ? null : Kinds.FirstOrDefault(kind => kind == FileKind.ByName(name));
        if (kind is null)
        {
            throw new InvalidInputException("file", "cv-not-a-document", Names);
        }

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
        // A transaction because the pieces go past the change tracker, one at a time.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await file.StoreAsync(db, cancellationToken);
        var before = await RemoveAsync(db, ownerId, cancellationToken);
        var taken = ExpertFile.Of(ownerId, name!, kind, file, now);
        db.ExpertFiles.Add(taken);
        await saveAsync(taken);
        await ForgetAsync(db, before, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return taken;
    }

    /// <summary>Takes the owner's file off, at once.</summary>
    /// <returns>The hash of its bytes, to be forgotten when nothing else needs them.</returns>
    public static async Task<string?> RemoveAsync(TechAssistDb db, Guid ownerId, CancellationToken cancellationToken)
    {
        var sha256 = await db.ExpertFiles.Where(file => file.OwnerId == ownerId).Select(file => file.Sha256).SingleOrDefaultAsync(cancellationToken);
        await db.ExpertFiles.Where(file => file.OwnerId == ownerId).ExecuteDeleteAsync(cancellationToken);
        return sha256;
    }

    /// <summary>Deletes bytes that no file has any more: a CV is personal data.</summary>
    public static async Task ForgetAsync(TechAssistDb db, string? sha256, CancellationToken cancellationToken)
    {
        if (sha256 is not null)
        {
            await db.DocumentChunks
                .Where(chunk => chunk.Sha256 == sha256 && !db.ExpertFiles.Any(file => file.Sha256 == sha256) && !db.Documents.Any(document => document.Sha256 == sha256))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
