using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core;

namespace TechAssist.Web.Infrastructure;

/// <summary>Under /api every failure is a problem detail (RFC 9457) with a stable <c>type</c>, <c>urn:techassist:code</c>, and
/// texts in the caller's language.</summary>
public static class ApiErrors
{
    public static void AddApiErrors(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        services.AddExceptionHandler<Handler>();
        services.AddExceptionHandler<FriendlyErrors.PageHandler>();
    }

    /// <summary>The problem that a refusal makes; null for a bug, which stays a plain 500.</summary>
    public static ProblemDetails? For(Exception exception, string language) => exception switch
    {
        InvalidInputException invalid => new ProblemDetails
        {
            Type = Urn("invalid-input"),
            Title = Messages.Text("Problem.invalid-input", language),
            Status = StatusCodes.Status400BadRequest,
            Extensions =
            {
                ["errors"] = invalid.Errors.GroupBy(error => error.Field).ToDictionary(
                    field => field.Key,
                    field => field.Select(error => new { code = error.Code, message = Messages.Text(error, language) }).ToArray()),
            },
        },
        RuleException refusal => new ProblemDetails
        {
            Type = Urn(refusal.Code),
            Title = Messages.Text(refusal, language),
            Status = StatusCodes.Status409Conflict,
        },
        DbUpdateConcurrencyException => new ProblemDetails
        {
            Type = Urn("stale"),
            Title = Messages.Text("Rule.stale", language),
            Status = StatusCodes.Status409Conflict,
        },
        _ when FriendlyErrors.StatusOf(exception) is { } status => new ProblemDetails { Status = status },
        _ => null,
    };

    private static string Urn(string code) => "urn:techassist:" + code;

    /// <summary>Problems made by the framework (401, 404, 413, 415, 429 …) get our type and a title in the caller's language.</summary>
    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith("urn:techassist:", StringComparison.Ordinal) == true)
        {
            return;
        }

        var code = CodeOf(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Type = Urn(code);
        problem.Title = Messages.Text("Problem." + code, Languages.Current);
    }

    private static string CodeOf(int status) => status switch
    {
        400 => "bad-request",
        401 => "not-signed-in",
        403 => "not-permitted",
        404 => "not-found",
        405 => "method-not-allowed",
        406 => "not-acceptable",
        408 => "too-slow",
        413 => "too-large",
        415 => "wrong-media-type",
        429 => "too-many-calls",
        < 500 => "refused",
        _ => "failed",
    };

    private sealed class Handler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (!httpContext.IsApi() || For(exception, Languages.Current) is not { } problem)
            {
                return false;
            }

            httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
            await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
            return true;
        }
    }
}
