namespace TechAssist.Web.Infrastructure;

/// <summary>Put on an endpoint that cannot live with the portal's content policy (a dashboard of a library).</summary>
public sealed record ContentPolicy(string Value);

public static class SecurityHeaders
{
    /// <summary>Everything comes from this host; no script or style inside a page.</summary>
    private const string Strict =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                // A document of its own (the HTML form of a report) says itself what it may load.
                headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>()?.Value ?? Strict;
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (context.Request.Path.StartsWithSegments("/lib/fonts", StringComparison.Ordinal))
            {
                // The style sheet names fonts without a fingerprint; a new version gets a new name (browser-libraries.mjs).
                headers.CacheControl = "public, max-age=31536000, immutable";
            }
            else if (headers.CacheControl.Count == 0)
            {
                // Pages hold what only their reader may see.
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
