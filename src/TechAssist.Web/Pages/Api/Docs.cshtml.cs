using Markdig;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TechAssist.Web.Api.Description;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Api;

/// <summary>The OpenAPI document to read: no script, every schema linked.</summary>
[AllowAnonymous]
public sealed class DocsModel([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider documents) : PortalPage
{
    public OpenApiDocument Document { get; private set; } = new();

    public IHtmlContent About { get; private set; } = HtmlString.Empty;

    public IReadOnlyList<ShownOperation> Operations { get; private set; } = [];

    public IReadOnlyList<ShownSchema> Schemas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Document = await documents.GetOpenApiDocumentAsync(cancellationToken);
        About = new HtmlString(Markdown.ToHtml(Document.Info.Description ?? ""));
        Operations = [.. Document.Paths.SelectMany(path => path.Value.Operations!.Select(operation => ShownOperation.Of(path.Key, operation.Key.Method, operation.Value)))];
        Schemas = [.. Document.Components!.Schemas!.OrderBy(schema => schema.Key, StringComparer.Ordinal).Select(schema => ShownSchema.Of(schema.Key, schema.Value))];
        return Page();
    }
}
