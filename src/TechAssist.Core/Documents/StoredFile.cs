using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Documents;

/// <summary>The bytes of a stored file, read a piece at a time; seekable, so that a reader can ask for a part of it.</summary>
internal sealed class StoredFile(TechAssistDb db, string sha256, long length) : Stream
{
    private byte[] piece = [];
    private long pieceIndex = -1;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0)
        {
            return 0;
        }

        var index = position / DocumentChunk.Size;
        if (index != pieceIndex)
        {
            piece = await db.DocumentChunks.AsNoTracking()
                .Where(chunk => chunk.Sha256 == sha256 && chunk.Index == index)
                .Select(chunk => chunk.Bytes)
                .SingleOrDefaultAsync(cancellationToken)
                ?? throw new InvalidOperationException($"Piece {index} of the stored file {sha256} is missing.");
            pieceIndex = index;
        }

        var from = (int)(position % DocumentChunk.Size);
        var count = Math.Min(buffer.Length, piece.Length - from);
        piece.AsMemory(from, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
