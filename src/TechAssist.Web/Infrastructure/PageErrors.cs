using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TechAssist.Core;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Infrastructure;

/// <summary>Around every page handler: hands it the actor; shows the same page again, with everything that was typed, when the
/// input was wrong (400, messages beside the fields) or the rules said no (409, message on top).</summary>
public sealed class PageErrors(CurrentActor current, ReaderZone zone, TechAssistDb db) : IAsyncPageFilter
{
    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (context.HandlerInstance is PortalPage page && await current.FindAsync(context.HttpContext.RequestAborted) is { } actor)
        {
            page.Actor = actor;
            zone.IsReadBy(actor);
        }
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var isPost = HttpMethods.IsPost(context.HttpContext.Request.Method);
        var isRead = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        var canRead = context.ActionDescriptor.HandlerMethods.Any(handler => handler.HttpMethod == "Get");
        if (context.HandlerMethod is null && context.HandlerInstance is PortalPage && context.ActionDescriptor.HandlerMethods.Count > 0 && (canRead || !isRead))
        {
            // The framework would show the page without having read anything. A page with nothing to read is simply shown.
            context.Result = new StatusCodeResult(isRead ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (isPost && context.HandlerInstance is PortalPage posted)
        {
            if (FormRows.Change(posted))
            {
                context.Result = await AgainAsync(posted, StatusCodes.Status200OK);
                return;
            }

            await CheckTextAsync(posted);
            if (posted.ModelState.ErrorCount > 0)
            {
                context.Result = await AgainAsync(posted, StatusCodes.Status400BadRequest);
                return;
            }
        }

        if (!isPost)
        {
            // An address that cannot be read in part (a filter nobody offers) shows the page without that part.
            context.ModelState.Clear();
        }

        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled || FriendlyErrors.StatusOf(executed.Exception) is not { } status)
        {
            return;
        }

        var again = isPost && status is (StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict);
        executed.Result = again && executed.HandlerInstance is PortalPage page
            ? await TellAsync(page, executed.Exception, status)
            : new StatusCodeResult(status);
        executed.ExceptionHandled = true;
    }

    private async Task<IActionResult> TellAsync(PortalPage page, Exception exception, int status)
    {
        foreach (var error in ErrorsOf(exception))
        {
            page.ModelState.AddModelError(error.Key, error.Message);
        }

        // Nothing of the refused change may leak into what the page reads again.
        db.ChangeTracker.Clear();
        return await AgainAsync(page, status);
    }

    private static IEnumerable<(string Key, string Message)> ErrorsOf(Exception exception) => exception switch
    {
        InvalidInputException invalid => invalid.Errors.Select(error => (FieldNames.Key(error.Field), Messages.Text(error, Languages.Current))),
        RuleException refusal => [("", Messages.Text(refusal, Languages.Current))],
        _ when Database.IsCollision(exception) => [("", Messages.Text("Rule.stale", Languages.Current))],
        _ => [("", Messages.Text("Error.not-valid", Languages.Current))],
    };

    /// <summary>Characters that no database stores (NUL, half of a surrogate pair) are named beside their field.</summary>
    private static async Task CheckTextAsync(PortalPage page)
    {
        if (!page.Request.HasFormContentType)
        {
            return;
        }

        foreach (var (key, values) in await page.Request.ReadFormAsync(page.HttpContext.RequestAborted))
        {
            if (values.Any(value => !CleanText.IsClean(value)))
            {
                page.ModelState.AddModelError(key, Messages.Text("Error.bad-characters", Languages.Current));
            }
        }
    }

    private static async Task<IActionResult> AgainAsync(PortalPage page, int status)
    {
        await page.LoadAsync(page.HttpContext.RequestAborted);
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }
}
