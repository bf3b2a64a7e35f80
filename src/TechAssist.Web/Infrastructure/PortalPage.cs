using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechAssist.Core;
using TechAssist.Core.Documents;

namespace TechAssist.Web.Infrastructure;

/// <summary>What every page of ours has: the actor, the words, a message for the next page. See docs/portal.md.</summary>
public abstract class PortalPage : PageModel
{
    private Actor? actor;

    /// <summary>Who is signed in. Pages that stand open to everybody ask <see cref="IsSignedIn"/> first.</summary>
    public Actor Actor
    {
        get => actor ?? throw new NotFoundException("The signed-in person");
        internal set => actor = value;
    }

    public bool IsSignedIn => actor is not null;

    protected Texts T => HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Reads what the page shows besides its input. Called by the page's own OnGet, and by the filter when the
    /// same page is shown again with messages (400, 409) or with a row more or less.</summary>
    public virtual Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Says on the next page that something was done.</summary>
    protected void Flash(string key, params object?[] arguments) => TempData[FlashKey] = T[key, arguments];

    /// <summary>The same, in the language that holds from the next page on.</summary>
    protected void FlashIn(string language, string key) => TempData[FlashKey] = Texts.All.Text(key, language);

    /// <summary>The same page with a message on top, for what the page itself finds wrong.</summary>
    protected PageResult Again(string key)
    {
        ModelState.AddModelError("", T[key]);
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>Hands out a document. As HTML it is a page of its own, with its style inside; it runs nothing and asks for nothing.</summary>
    protected FileContentResult HandOut(DocumentFile file)
    {
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'";
        return file.ContentType.StartsWith("text/html", StringComparison.Ordinal) ? File(file.Bytes, file.ContentType) : File(file.Bytes, file.ContentType, file.FileName);
    }

    public const string FlashKey = "flash";

    public const string FlashCookie = "techassist-flash";
}
