using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Api.Description;

/// <summary>The OpenAPI document of the API, made from the code, at /openapi/v1.json. docs/openapi.v1.json is its frozen copy:
/// a change of the API shows there, on purpose.</summary>
public static class ApiDescription
{
    public const string Name = "v1";

    public const string Address = "/openapi/v1.json";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(DescribeDocument.ApplyAsync);
        options.AddOperationTransformer(DescribeOperation.ApplyAsync);
        options.AddSchemaTransformer(DescribeSchema.ApplyAsync);
    });

    public static void MapDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/api", () => Results.LocalRedirect(Links.ApiDocs)).AllowAnonymous().ExcludeFromDescription();
    }
}
