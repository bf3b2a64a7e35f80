using System.ComponentModel;
using TechAssist.Core.Documents;

namespace TechAssist.Web.Api.Documents;

/// <summary>A file of a request.</summary>
public sealed record DocumentAnswer(
    Guid Id, [property: Description("attachment, or what the process produced: terms, decision-letter, report …")] string Kind, string FileName, string ContentType,
    [property: Description("In bytes.")] long Size, [property: Description("SHA-256 of the bytes, lower-case hex.")] string Sha256, string? Language,
    DocumentAudience Audience, string AddedBy, DateTime AddedAt, string Content)
{
    public static DocumentAnswer From(string reference, DocumentRow row) => new(
        row.Id, row.Kind, row.FileName, row.ContentType, row.Size, row.Sha256, row.Language, row.Audience, row.AddedByName, row.AddedAt,
        Addresses.Document(reference, row.Id));

    public static DocumentAnswer From(string reference, Document document) => new(
        document.Id, document.Kind, document.FileName, document.ContentType, document.Size, document.Sha256, document.Language, document.Audience,
        document.AddedByName, document.AddedAt, Addresses.Document(reference, document.Id));
}

/// <summary>What a call that attaches a file sends.</summary>
public sealed record UploadBody([property: Description("The file, with its name.")] IFormFile File);
