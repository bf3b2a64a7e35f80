using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Registrations;

/// <summary>Behind the link of a registration: its parts, which are done and which are missing. Opening it changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Writing)]
public sealed class IndexModel(WriteRegistration write, ReferenceChoices choices) : RegistrationPage(write, choices)
{
    public int CompleteCount => RegistrationPart.All.Count(part => StateOf(part) == "Complete");

    private RegistrationStatus Status => Registration!.Status;

    /// <summary>What became of a link that no longer lets write.</summary>
    public string ClosedTitle => "Register.Closed." + ClosedKey;

    public string ClosedText => "Register.ClosedText." + ClosedKey;

    public bool MayAskAgain => ClosedKey is "Over" or "Declined";

    private string ClosedKey => Registration!.Problem is "link-expired" or "link-revoked" && Status is RegistrationStatus.Writing or RegistrationStatus.MoreAsked ? "Over" : Status switch
    {
        RegistrationStatus.Admitted => "Admitted",
        RegistrationStatus.Declined => "Declined",
        RegistrationStatus.Sent => "Sent",
        _ => "Over",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Registration is not null && Request.Query.ContainsKey("lang") && !Request.Cookies.ContainsKey(LanguageChoice.Cookie))
        {
            // The pages after this one speak as the mail did.
            LanguageChoice.Remember(Response, Registration.Language);
        }

        var page = Page();
        page.StatusCode = Registration is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        await Write.DeleteAsync(Token, cancellationToken);
        Flash("Register.Deleted");
        return LocalRedirect(Links.RegisterExpert);
    }

    public string StateOf(RegistrationPart part)
    {
        var isWritten = Registration!.Parts.Contains(part.Key);
        return !isWritten ? "NotStarted" : HasErrors(part) ? "Started" : "Complete";
    }
}
