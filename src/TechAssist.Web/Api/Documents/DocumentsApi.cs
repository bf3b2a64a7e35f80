using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.Requests;
using TechAssist.Web.Api.Description;
using TechAssist.Web.Api.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Api.Documents;

public static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/requests/{reference}").WithTags("Documents");
        documents.MapPost("/attachments", AttachAsync).WithName("AttachDocument").WithSummary("Attach a file")
            .WithDescription("One file as multipart/form-data, in a part named `file`: pdf, docx, xlsx, odt, jpg or png, at most 25 MB. "
                + "The content is checked; a file that is not what its name says is refused.")
            .Accepts<UploadBody>("multipart/form-data")
            .Refuses(404, 409, 413, 415);
        documents.MapGet("/documents", ListAsync).WithName("ListDocuments").WithSummary("List the files of a request")
            .WithDescription("Attachments and what the process produced, newest first.").Refuses(404);
        documents.MapGet("/documents/{id:guid}", OpenAsync).WithName("OpenDocument").WithSummary("Download a file")
            .WithDescription("Ranges and If-None-Match are understood.")
            .Produces(200, contentType: "application/octet-stream").Refuses(404);
        documents.MapGet("/report", ReportAsync).WithName("GetReport").WithSummary("Download the end-of-mission report")
            .WithDescription("The report of the latest mission as it stands and as the token's owner may see it; 404 `urn:techassist:no-report` while there is none to see.")
            .Produces(200, contentType: "application/pdf").Refuses(404);
    }

    private static async Task<IResult> ReportAsync(
        string reference, string? format, string? lang, RenderDocument renderDocument, CurrentActor current, CancellationToken cancellationToken)
    {
        var values = new Query();
        var input = new RenderDocumentInput(reference, "report")
        {
            Format = values.Choice("format", format, DocumentFile.Formats) ?? "pdf",
            Language = values.Choice("lang", lang, Languages.All) ?? Languages.Current,
        };
        values.ThrowIfWrong();
        var file = await renderDocument.ExecuteAsync(input, await current.GetAsync(cancellationToken), cancellationToken);
        return Results.File(file.Bytes, file.ContentType, file.FileName);
    }

    private static async Task<Created<DocumentAnswer>> AttachAsync(
        string reference, [Description("fr or en, where it matters.")] string? language,
        [Description("case (default), or secretariat: for the secretariat's eyes only.")] string? audience,
        GetRequest getRequest, AttachDocument attachDocument, CurrentActor current, HttpContext context, CancellationToken cancellationToken)
    {
        var values = new Query();
        var readers = values.Choice<DocumentAudience>("audience", audience) ?? DocumentAudience.Case;
        var spoken = values.Choice("language", language, ["fr", "en"]);
        values.ThrowIfWrong();
        var actor = await current.GetAsync(cancellationToken);
        var requestId = await getRequest.FindIdAsync(reference, actor, cancellationToken);
        var upload = await Upload.ReadAsync(context, cancellationToken);
        var input = new AttachDocumentInput(requestId, upload.FileName, upload.ContentType, spoken, readers);
        var document = await upload.ReadToEndAsync(content => attachDocument.ExecuteAsync(input, content, actor, cancellationToken));
        return TypedResults.Created(Addresses.Document(reference, document.Id), DocumentAnswer.From(reference, document));
    }

    private static async Task<Ok<ListAnswer<DocumentAnswer>>> ListAsync(
        string reference, string? pageSize, string? after, GetRequest getRequest, ListDocuments listDocuments, CurrentActor current, CancellationToken cancellationToken)
    {
        var values = new Query();
        var page = values.Page(pageSize, after);
        values.ThrowIfWrong();
        var actor = await current.GetAsync(cancellationToken);
        var requestId = await getRequest.FindIdAsync(reference, actor, cancellationToken);
        var rows = await listDocuments.ExecuteAsync(requestId, page, actor, cancellationToken);
        return TypedResults.Ok(ListAnswer.From(rows, row => DocumentAnswer.From(reference, row)));
    }

    private static async Task<IResult> OpenAsync(
        string reference, Guid id, GetRequest getRequest, OpenDocument openDocument, CurrentActor current, CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync(cancellationToken);
        var requestId = await getRequest.FindIdAsync(reference, actor, cancellationToken);
        var document = await openDocument.ExecuteAsync(id, requestId, actor, cancellationToken);
        return Download.Of(document);
    }
}
