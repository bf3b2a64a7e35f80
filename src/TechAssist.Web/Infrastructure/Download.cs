using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TechAssist.Core.Documents;
using TechAssist.Core.Experts.Files;

namespace TechAssist.Web.Infrastructure;

/// <summary>Sends a stored file to be saved, with its name and its accents (RFC 6266), never to be shown in place: what people
/// attach is not ours to run. Pages and API both send files this way.</summary>
public static class Download
{
    public static IResult Of(OpenedDocument document) => Results.Stream(
        document.Content, document.ContentType, document.FileName, new DateTimeOffset(document.AddedAt), new EntityTagHeaderValue($"\"{document.Sha256}\""),
        enableRangeProcessing: true);

    public static FileStreamResult Of(OpenedCv cv) => new(cv.Content, cv.ContentType)
    {
        FileDownloadName = cv.FileName,
        LastModified = new DateTimeOffset(cv.AddedAt),
        EntityTag = new EntityTagHeaderValue($"\"{cv.Sha256}\""),
        EnableRangeProcessing = true,
    };
}
