using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using TechAssist.Core;

namespace TechAssist.Web.Api;

/// <summary>A body that is not JSON, or none at all.</summary>
public sealed class NotJsonException(string code, params object[] arguments) : Exception("The body is not JSON.")
{
    public string Code => code;

    public IReadOnlyList<object> Arguments => arguments;
}

/// <summary>The body of a call as a record. What does not fit is told by field, all of it at once; nothing is dropped in silence.</summary>
public sealed record JsonBody<T>(T Value) : IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
{
    /// <exception cref="NotJsonException">It is not JSON, nested too deep, or empty.</exception>
    /// <exception cref="InvalidInputException">Some field does not fit.</exception>
    /// <exception cref="BadHttpRequestException">It is too large.</exception>
    static async ValueTask<JsonBody<T>?> IBindableFromHttpContext<JsonBody<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await JsonBytes.ReadAsync(context.Request, context.RequestAborted);
        using var json = JsonBytes.Parse(bytes);
        return new JsonBody<T>(JsonInput.Read<T>(json.RootElement));
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

internal static class JsonBytes
{
    /// <summary>The largest body, in bytes: 5 MB, far above the longest request.</summary>
    public const int Most = 5 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Most)
        {
            throw TooLarge();
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + count > Most)
            {
                throw TooLarge();
            }

            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        var json = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new NotJsonException("empty-body");
        }

        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException exception)
        {
            throw new NotJsonException("not-json", (exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        }
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
