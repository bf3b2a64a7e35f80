using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Web.Api.Description;
using TechAssist.Web.Api.Documents;
using TechAssist.Web.Api.Requests;
using TechAssist.Web.Api.Tasks;

namespace TechAssist.Web.Api;

/// <summary>The door for programs: /api/v1, with the same acts behind it as the pages.</summary>
public static class ApiDoor
{
    private const string Limit = "api";

    public static void AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        TokenSignIn.Add(services);
        services.Configure<JsonOptions>(options =>
        {
            options.SerializerOptions.Encoder = CoreJson.Options.Encoder;
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            foreach (var converter in CoreJson.Options.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
        AddLimit(services, configuration.GetValue("RateLimits:ApiPerMinute", 600));
        services.AddDescription();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Addresses.Root).RequireAuthorization().RequireRateLimiting(Limit).AddEndpointFilterFactory(KnownQuery.Filter);
        api.MapRequests();
        api.MapDocuments();
        api.MapTasks();
        app.MapDescription();
    }

    /// <summary>How often one token may call: <c>RateLimits:ApiPerMinute</c>, 600 when not set. Without a token, an address.</summary>
    private static void AddLimit(IServiceCollection services, int perMinute) =>
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(Limit, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.User.FindFirstValue(TokenSignIn.TokenId) ?? string.Create(CultureInfo.InvariantCulture, $"{context.Connection.RemoteIpAddress}"),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })));
}
