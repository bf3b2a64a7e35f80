using System.Globalization;
using System.Threading.RateLimiting;

namespace TechAssist.Web.Infrastructure;

/// <summary>How often one address may try doors that stand open to everybody. Put the name on a page with
/// <c>[EnableRateLimiting]</c>; only what is sent counts, not what is read.</summary>
public static class RateLimits
{
    /// <summary>Sign-in, forgotten passwords, one-time links: <c>RateLimits:PublicPerMinute</c>, 20 when not set.</summary>
    public const string Public = "public";

    /// <summary>Pages behind signed links: what is sent counts as above, and what is read too, <c>RateLimits:LinksReadPerMinute</c>,
    /// 60 when not set, so that nobody tries addresses by the thousand.</summary>
    public const string SignedLinks = "links";

    /// <summary>Pages behind signed links that save themselves while they are written: <c>RateLimits:WritingPerMinute</c>, 240 when
    /// not set, for what is read and for what is sent.</summary>
    public const string Writing = "writing";

    /// <summary>Pages that a whole room opens and sends at the same moment from one address: <c>RateLimits:RoomPerMinute</c>, 120 when not
    /// set, for what is read and for what is sent.</summary>
    public const string Room = "room";

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
            options.AddPolicy(Public, context => HttpMethods.IsPost(context.Request.Method) ? Sent(context) : RateLimitPartition.GetNoLimiter("read"));
            options.AddPolicy(SignedLinks, context => HttpMethods.IsPost(context.Request.Method)
                ? Sent(context)
                : EachMinute($"read from {context.Connection.RemoteIpAddress}", context, "LinksReadPerMinute", 60));
            options.AddPolicy(Room, context => EachMinute($"{(HttpMethods.IsPost(context.Request.Method) ? "answered" : "asked")} from {context.Connection.RemoteIpAddress}", context, "RoomPerMinute", 120));
            options.AddPolicy(Writing, context => EachMinute($"{(HttpMethods.IsPost(context.Request.Method) ? "written" : "opened")} from {context.Connection.RemoteIpAddress}", context, "WritingPerMinute", 240));
        });
    }

    private static RateLimitPartition<string> Sent(HttpContext context) =>
        EachMinute($"sent from {context.Connection.RemoteIpAddress}", context, "PublicPerMinute", 20);

    private static RateLimitPartition<string> EachMinute(string who, HttpContext context, string setting, int most)
    {
        var limit = context.RequestServices.GetRequiredService<IConfiguration>().GetValue("RateLimits:" + setting, most);
        return RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
    }
}
