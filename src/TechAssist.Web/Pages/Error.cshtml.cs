using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechAssist.Web.Pages;

/// <summary>Says in plain words what went wrong, with the status the answer has. Never a stack trace.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "";

    /// <summary>With it an administrator finds the failure in the log.</summary>
    public string? Trace { get; private set; }

    /// <summary>Whatever the method and the handler of what failed.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // From the route itself: a form that cannot be read would keep the framework from binding anything.
        _ = int.TryParse(RouteData.Values["status"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var status);
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        Kind = Response.StatusCode switch
        {
            404 or 405 => "NotFound",
            409 => "Stale",
            413 => "TooLarge",
            429 => "TooMany",
            < 500 => "Unreadable",
            _ => "Failed",
        };
        Trace = Kind == "Failed" ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
    }
}
