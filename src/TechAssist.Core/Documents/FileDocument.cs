using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Documents;

/// <summary>Keeps the bytes of a file in the database, once for each content, and files it with a case. Saved with the act that calls it.</summary>
public sealed class FileDocument(TechAssistDb db)
{
    /// <returns>The hash of the bytes.</returns>
    public async Task<string> KeepAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var isStored = db.DocumentChunks.Local.Any(chunk => chunk.Sha256 == sha256)
            || await db.DocumentChunks.AnyAsync(chunk => chunk.Sha256 == sha256, cancellationToken);
        if (!isStored)
        {
            db.DocumentChunks.AddRange(bytes.Chunk(DocumentChunk.Size).Select((piece, index) => new DocumentChunk(sha256, index, piece)));
        }

        return sha256;
    }

    public async Task<Document> AddAsync(
        Guid requestId, string kind, string fileName, string contentType, byte[] bytes, string? language, DocumentAudience audience, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var sha256 = await KeepAsync(bytes, cancellationToken);
        var document = Document.Of(requestId, kind, fileName, contentType, bytes.LongLength, sha256, language, audience, by, now);
        db.Documents.Add(document);
        return document;
    }
}
