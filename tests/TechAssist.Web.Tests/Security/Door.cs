using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Security;

/// <summary>One address the program listens at, whatever is mounted there: a page, the API, a dashboard.</summary>
/// <param name="Pattern">As it is written: <c>/requests/{reference}</c>.</param>
/// <param name="Methods">GET, POST …; a page takes both.</param>
/// <param name="IsPage">Whether it is a page of ours.</param>
/// <param name="Posts">Names of a page's handlers of posts ("" for the one without a name).</param>
public sealed record Door(string Pattern, RoutePattern Route, ImmutableArray<string> Methods, bool IsPage, ImmutableArray<string> Posts)
{
    public bool IsApi => Pattern.StartsWith("/api/v", StringComparison.Ordinal);

    public IReadOnlyList<string> Parameters => [.. Route.Parameters.Select(parameter => parameter.Name)];

    public bool Takes(string method) => Methods.Contains(method);

    /// <summary>The address with a value in the place of each parameter.</summary>
    public string With(Func<string, string> value) => "/" + string.Join('/', Route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => value(parameter.Name),
        _ => throw new NotSupportedException(part.ToString()),
    }))));

    /// <summary>All doors of the running program but the files it serves.</summary>
    public static async Task<IReadOnlyList<Door>> AllAsync(PortalApp app)
    {
        var pages = app.Services.GetRequiredService<PageLoader>();
        List<Door> doors = [];
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // In Development any file of the project's wwwroot is served, under this name.
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}")
            {
                continue;
            }

            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            ImmutableArray<string> posts = [];
            ImmutableArray<string> methods = [.. endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]];
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            if (page is not null)
            {
                var compiled = await pages.LoadAsync(page, endpoint.Metadata);
                posts = [.. compiled.HandlerMethods.Where(handler => handler.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)).Select(handler => handler.Name ?? "")];
                methods = compiled.HandlerMethods.Any(handler => handler.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase)) || posts.IsEmpty ? methods : ["POST"];
            }

            doors.Add(new Door(pattern, endpoint.RoutePattern, methods, page is not null, posts));
        }

        return [.. doors.DistinctBy(door => (door.Pattern, string.Join(',', door.Methods)))];
    }
}
