using Microsoft.AspNetCore.Diagnostics;
using TechAssist.Core;

namespace TechAssist.Web.Infrastructure;

/// <summary>What people see when something fails: an error page in their language; programs get problem details (ApiErrors).</summary>
public static class FriendlyErrors
{
    /// <summary>The API itself, in any case of letters (routes do not mind it); its readable page is a page like others.</summary>
    public static bool IsApi(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue && rest != "/" && !rest.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase);

    public static void UseFriendlyErrors(this WebApplication app)
    {
        app.UseWhen(context => context.IsApi(), api =>
        {
            api.UseStatusCodePages();
            api.UseExceptionHandler();
            api.Use(RefuseUnreadableAddress);
        });
        app.UseWhen(context => !context.IsApi(), pages =>
        {
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", AllowStatusCode404Response = true });
            pages.Use(RefuseUnreadableAddress);
        });
    }

    /// <summary>The status of a failure that is not our bug; null for a bug.</summary>
    public static int? StatusOf(Exception exception) => exception switch
    {
        InvalidInputException => StatusCodes.Status400BadRequest,
        NotFoundException => StatusCodes.Status404NotFound,
        RuleException => StatusCodes.Status409Conflict,
        _ when Database.IsCollision(exception) => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ => null,
    };

    /// <summary>No database takes NUL in a text, and no page of ours has one in its address.</summary>
    private static Task RefuseUnreadableAddress(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value?.Contains('\0') == true || context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Outside the API, a refusal that no page caught becomes the error page of its status.</summary>
    public sealed class PageHandler : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (httpContext.IsApi() || StatusOf(exception) is not { } status)
            {
                return ValueTask.FromResult(false);
            }

            httpContext.Response.StatusCode = status;
            return ValueTask.FromResult(true);
        }
    }
}
