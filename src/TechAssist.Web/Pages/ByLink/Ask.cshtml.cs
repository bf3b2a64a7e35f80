using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Work;
using TechAssist.Core.Work.ByLink;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.ByLink;

/// <summary>Behind the link for more time in a mail about a task. Opening it changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
public sealed class AskModel(AskByLink ask) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public AskMoreTimeInput Input { get; set; } = new();

    /// <summary>Null when the link is none of ours, or what it asks for has no due time any more.</summary>
    public TaskToAnswer? Asked { get; private set; }

    /// <summary>The rule that stands in the way, in words; null when none does.</summary>
    public string? Problem => Asked?.Problem is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var page = Page();
        page.StatusCode = Asked is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var asked = await ask.ReadAsync(Token, cancellationToken);
            Asked = asked.Problem is null && asked.Task?.DueAt is null ? null : asked;
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ask.ExecuteAsync(Token, Input, cancellationToken);
        Flash("MoreTime.Done");
        return LocalRedirect(Links.AskByLink(Token!));
    }
}
