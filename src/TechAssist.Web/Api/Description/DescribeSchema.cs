using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace TechAssist.Web.Api.Description;

/// <summary>What holds for every object that is sent: a field that is not named is refused.</summary>
internal static class DescribeSchema
{
    public static Task ApplyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var isOurs = context.JsonTypeInfo.Type.Assembly.GetName().Name is "TechAssist.Core" or "TechAssist.Web";
        if (isOurs && schema.Properties is { Count: > 0 })
        {
            schema.AdditionalPropertiesAllowed = false;
        }

        return Task.CompletedTask;
    }
}
