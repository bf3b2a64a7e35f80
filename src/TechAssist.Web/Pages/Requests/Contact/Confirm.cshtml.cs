using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Contact;

/// <summary>Behind the signed link in the mail to a request's contact: one tap says that the address is right. Opening it changes
/// nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
public sealed class ConfirmModel(ConfirmContact confirm) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Null when the link is none of ours.</summary>
    public ContactToConfirm? Contact { get; private set; }

    /// <summary>The rule that stands in the way, in words.</summary>
    public string? Problem => Contact?.Problem is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var page = Page();
        page.StatusCode = Contact is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Contact = await confirm.ReadAsync(Token, cancellationToken);
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await confirm.ExecuteAsync(Token, cancellationToken);
        return LocalRedirect(Links.ConfirmContact(Token!));
    }
}
