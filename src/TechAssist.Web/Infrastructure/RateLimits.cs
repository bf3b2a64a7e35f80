using System.Globalization;
using System.Threading.RateLimiting;

namespace TechAssist.Web.Infrastructure;

/// <summary>How often one address may try doors that stand open to everybody. Put the name on a page with
/// <c>[EnableRateLimiting]</c>; only what is sent counts, not what is read.</summary>
public static class RateLimits
{
    /// <summary>Sign-in, forgotten passwords, one-time links: <c>RateLimits:PublicPerMinute</c>, 20 when not set.</summary>
    public const string Public = "public";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Public, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    $"sent from {context.Connection.RemoteIpAddress}",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute(context), Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("read"));
        });
    }

    private static int PerMinute(HttpContext context) =>
        context.RequestServices.GetRequiredService<IConfiguration>().GetValue("RateLimits:PublicPerMinute", 20);
}
