using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TechAssist.Core.Work;

namespace TechAssist.Web.Api.Description;

/// <summary>What the OpenAPI document says about the API as a whole.</summary>
internal static class DescribeDocument
{
    public const string Bearer = "bearer";

    private const string About = """
        The door for programs to TechAssist, with the same rules behind it as the pages.

        **Signing in.** Every call carries `Authorization: Bearer <token>`. People make tokens on their page /account/tokens, administrators with `token create`. A token may do what its owner may do; a cookie counts for nothing here.

        **Errors** are problem details (RFC 9457), `application/problem+json`, with a stable `type`, and `errors` by field where fields are wrong. Texts are French or English, as `Accept-Language` asks. What is not yours to see is 404. What the rules do not allow is 409 with the rule's own code; 409 `urn:techassist:stale` means that somebody changed it meanwhile.

        **Bodies** are JSON in UTF-8, at most 5 MB. A field that is not known, given twice, or null where it may not be, is refused by its name: nothing is dropped in silence. So is a value in the address that is not known.

        **Lists** come in pages of `pageSize` (1 to 100). Where there is more, the answer has `after`: send it back for the next page. Rows that are added meanwhile do not shift a page.

        **Times** are UTC (ISO 8601), days are `yyyy-MM-dd`, countries ISO 3166-1 alpha-2, languages ISO 639-1. Absent values are left out.

        **Limits.** A token may call 600 times a minute; then 429 with `Retry-After`.
        """;

    public static async Task ApplyAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "TechAssist API", Version = ApiDescription.Name, Description = About };
        // The document is the same wherever it is read.
        document.Servers = [];
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token of the page /account/tokens.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Requests", Description = "What countries ask for, and where it stands." },
            new() { Name = "Documents", Description = "The files of a request." },
            new() { Name = "Tasks", Description = "What waits for the token's owner." },
        };
        foreach (var form in StepForms.Keys.Select(StepForms.TypeOf).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            document.AddComponent(form.Name, await context.GetOrCreateSchemaAsync(form, null, cancellationToken));
        }
    }
}
