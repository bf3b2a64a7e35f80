using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TechAssist.Core;
using TechAssist.Core.Requests;
using TechAssist.Web.Api;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace TechAssist.Web.Infrastructure;

/// <summary>Under /api every failure is a problem detail (RFC 9457) with a stable <c>type</c>, <c>urn:techassist:code</c>, and
/// texts in the caller's language.</summary>
public static class ApiErrors
{
    public static void AddApiErrors(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, Writer>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Handler>();
        services.AddExceptionHandler<FriendlyErrors.PageHandler>();
    }

    /// <summary>The problem that a refusal makes; null for a bug, which stays a plain 500.</summary>
    private static ProblemDetails? For(Exception exception, string language) => exception switch
    {
        InvalidInputException invalid when invalid.Errors.Any(error => error.Code == "file-too-large") => OfInput(invalid, "too-large", 413, language),
        InvalidInputException invalid => OfInput(invalid, "invalid-input", 400, language),
        NotJsonException notJson => Of(notJson.Code, 400, language, notJson.Arguments),
        NotFoundException absent => Of(absent.Code, 404, language),
        KeyReusedException => Of("idempotency-key-reused", 422, language),
        RuleException refusal => OfRule(refusal.Code, Messages.Text(refusal, language), language),
        _ when Database.IsCollision(exception) => OfRule("stale", Messages.Text("Rule.stale", language), language),
        _ when FriendlyErrors.StatusOf(exception) is { } status => Of(CodeOf(status), status, language),
        _ => null,
    };

    private static ProblemDetails Of(string code, int status, string language, IReadOnlyList<object>? arguments = null) => new()
    {
        Type = Urn(code),
        Title = Messages.Text("Problem." + code, language),
        Status = status,
        Detail = Messages.All.Has($"Problem.{code}.Detail") ? Messages.Text($"Problem.{code}.Detail", language, [.. arguments ?? []]) : null,
    };

    private static ProblemDetails OfRule(string code, string detail, string language) => new()
    {
        Type = Urn(code),
        Title = Messages.Text("Problem.refused-by-rule", language),
        Status = StatusCodes.Status409Conflict,
        Detail = detail,
    };

    private static ProblemDetails OfInput(InvalidInputException invalid, string code, int status, string language)
    {
        var errors = invalid.Errors.GroupBy(error => error.Field).ToDictionary(
            field => field.Key,
            field => field.Select(error => new { code = error.Code, message = Messages.Text(error, language) }).ToArray());
        var problem = Of(code, status, language);
        problem.Detail = string.Join(" · ", errors.Take(3).Select(field => $"{field.Key}: {field.Value[0].message}")) + (errors.Count > 3 ? " …" : "");
        problem.Extensions["errors"] = errors;
        return problem;
    }

    private static string Urn(string code) => "urn:techassist:" + code;

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

    /// <summary>What the call was found to speak. Errors are written outside the part of the pipeline where the culture is set;
    /// before that part, only the header tells.</summary>
    private static string LanguageOf(HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.TwoLetterISOLanguageName is { } language
            ? language == "fr" ? "fr" : "en"
            : LanguageChoice.FromHeader(context.Request) ?? "fr";

    private sealed class Handler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (!httpContext.IsApi() || For(exception, LanguageOf(httpContext)) is not { } problem)
            {
                return false;
            }

            httpContext.Response.StatusCode = problem.Status!.Value;
            await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
            return true;
        }
    }

    /// <summary>Writes every problem of the API as JSON, whatever the caller says it accepts; those the framework made (401,
    /// 404, 405, 415, 429, 500) in our words.</summary>
    private sealed class Writer(IOptions<JsonOptions> json) : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.IsApi();

        public async ValueTask WriteAsync(ProblemDetailsContext context)
        {
            var (http, problem) = (context.HttpContext, context.ProblemDetails);
            var language = LanguageOf(http);
            if (problem.Type?.StartsWith("urn:techassist:", StringComparison.Ordinal) != true)
            {
                problem = Of(CodeOf(http.Response.StatusCode), http.Response.StatusCode, language);
            }

            problem.Instance = http.Request.Path;
            if (problem.Status >= 500)
            {
                problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
            }

            http.Response.Headers.ContentLanguage = language;
            await http.Response.WriteAsJsonAsync(problem, json.Value.SerializerOptions, "application/problem+json", http.RequestAborted);
        }
    }
}
