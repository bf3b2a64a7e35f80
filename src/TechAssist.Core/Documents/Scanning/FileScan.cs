using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TechAssist.Core.Documents.Scanning;

/// <summary>Has a file looked into for malware by clamd, over its own protocol (command <c>INSTREAM</c>: pieces, each after its length in
/// four bytes, the last one empty; https://docs.clamav.net/manual/Usage/ClamdProtocol.html). Does nothing where no scanner is set.</summary>
public sealed partial class FileScan(IOptions<ScanOptions> options, ILogger<FileScan> logger)
{
    /// <summary>Code of the error of a file that could not be looked into now.</summary>
    public const string NotScanned = "file-not-scanned";

    private const string Clean = "stream: OK";

    /// <param name="file">Read from its beginning to its end, and put back to the beginning.</param>
    /// <exception cref="InvalidInputException">file: file-infected; file-not-scanned where the scanner is set and does not answer: a file
    /// nobody has looked into is not kept.</exception>
    public async Task CheckAsync(Stream file, CancellationToken cancellationToken)
    {
        if (!options.Value.IsSet)
        {
            return;
        }

        var answer = await AskAsync(file, cancellationToken);
        file.Position = 0;
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            Found(logger, answer);
            throw new InvalidInputException("file", "file-infected");
        }

        if (answer != Clean)
        {
            NotDone(logger, answer, null);
            throw new InvalidInputException("file", NotScanned);
        }
    }

    /// <summary>Whether the scanner answers; true where none is set.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        !options.Value.IsSet || await AskAsync(Stream.Null, cancellationToken) == Clean;

    private async Task<string> AskAsync(Stream file, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.Timeout));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.Value.Host!, options.Value.Port, limit.Token);
            var stream = client.GetStream();
            await SendAsync(file, stream, limit.Token);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return (await reader.ReadToEndAsync(limit.Token)).TrimEnd('\0', '\n');
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            NotDone(logger, options.Value.Host!, exception);
            return "";
        }
    }

    private static async Task SendAsync(Stream file, NetworkStream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        file.Position = 0;
        var piece = new byte[4 + (64 * 1024)];
        int count;
        do
        {
            count = await file.ReadAsync(piece.AsMemory(4), cancellationToken);
            BinaryPrimitives.WriteInt32BigEndian(piece, count);
            await stream.WriteAsync(piece.AsMemory(0, 4 + count), cancellationToken);
        }
        while (count > 0);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file that somebody sent is malware and was not kept: {Answer}")]
    private static partial void Found(ILogger logger, string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be looked into for malware, and was refused: {Answer}")]
    private static partial void NotDone(ILogger logger, string answer, Exception? exception);
}
