using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TechAssist.Core;
using TechAssist.Core.Documents;

namespace TechAssist.Web.Api.Documents;

/// <summary>The one file of a multipart body, read as it arrives and never held in memory.</summary>
internal sealed record Upload(string? FileName, string? ContentType, Stream Content)
{
    /// <summary>What multipart adds around a file, at most.</summary>
    private const long Wrapping = 64 * 1024;

    /// <exception cref="BadHttpRequestException">Not multipart (415), too large (413), or broken (400).</exception>
    /// <exception cref="InvalidInputException">There is no file in it.</exception>
    public static async Task<Upload> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > AttachDocument.Most + Wrapping)
        {
            throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = AttachDocument.Most + Wrapping;
        }

        var reader = new MultipartReader(Boundary(context.Request), context.Request.Body) { HeadersLengthLimit = 16 * 1024, HeadersCountLimit = 16 };
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.Name.Value?.Trim('"') == "file")
            {
                return new Upload(NameOf(disposition), section.ContentType, section.Body);
            }
        }

        throw new InvalidInputException("file", "required");
    }

    /// <exception cref="BadHttpRequestException">The body ends in the middle of the file.</exception>
    public async Task<T> ReadToEndAsync<T>(Func<Stream, Task<T>> read)
    {
        try
        {
            return await read(Content);
        }
        catch (IOException exception) when (exception.Message.StartsWith("Unexpected end of Stream", StringComparison.Ordinal))
        {
            throw Broken(exception);
        }
    }

    private static string Boundary(HttpRequest request)
    {
        var isMultipart = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        if (!isMultipart)
        {
            throw new BadHttpRequestException("The body must be multipart/form-data.", StatusCodes.Status415UnsupportedMediaType);
        }

        return HeaderUtilities.RemoveQuotes(type!.Boundary).Value is { Length: > 0 and <= 200 } boundary
            ? boundary
            : throw new BadHttpRequestException("The multipart boundary is missing.");
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Broken(exception);
        }
    }

    /// <summary>The name with its accents (RFC 5987), else the plain one, which clients send as UTF-8.</summary>
    private static string? NameOf(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return HeaderUtilities.RemoveQuotes(name).Value;
    }

    private static BadHttpRequestException Broken(Exception exception) => new("The multipart body is broken.", StatusCodes.Status400BadRequest, exception);
}
