using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Documents;

/// <summary>A file on its way in: kept in a temporary file that goes away by itself, so that a slow sender holds no
/// transaction and a large file no memory.</summary>
internal sealed class SpooledFile(FileStream content, string sha256) : IAsyncDisposable
{
    public Stream Content => content;

    public long Size => content.Length;

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 => sha256;

    /// <exception cref="InvalidInputException">More than <paramref name="most"/> bytes.</exception>
    public static async Task<SpooledFile> TakeAsync(Stream source, long most, CancellationToken cancellationToken)
    {
        var content = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            return new SpooledFile(content, await CopyAsync(source, content, most, cancellationToken));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts the bytes into the database, once for each content; within the caller's transaction.</summary>
    public async Task StoreAsync(TechAssistDb db, CancellationToken cancellationToken)
    {
        if (await db.DocumentChunks.AnyAsync(chunk => chunk.Sha256 == sha256, cancellationToken))
        {
            return;
        }

        var left = Size;
        content.Position = 0;
        for (var index = 0; left > 0; index++)
        {
            var piece = new byte[Math.Min(DocumentChunk.Size, left)];
            await content.ReadExactlyAsync(piece, cancellationToken);
            // Somebody else may store the same file at this moment.
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO document_chunks (sha256, "index", bytes) VALUES ({sha256}, {index}, {piece}) ON CONFLICT DO NOTHING""", cancellationToken);
            left -= piece.Length;
        }
    }

    public ValueTask DisposeAsync() => content.DisposeAsync();

    private static async Task<string> CopyAsync(Stream source, FileStream content, long most, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + count > most)
            {
                throw new InvalidInputException("file", "file-too-large", most / (1024 * 1024));
            }

            hash.AppendData(buffer, 0, count);
            await content.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        await content.FlushAsync(cancellationToken);
        content.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
