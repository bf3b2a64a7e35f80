using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Registrations;

/// <summary>The CV of a registration: one document, looked into before it is taken.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Writing)]
[RequestSizeLimit(AttachCv.Most + (1024 * 1024))]
public sealed class CvModel(WriteRegistration write, ReferenceChoices choices) : RegistrationPage(write, choices)
{
    [BindProperty]
    public CvInput Upload { get; set; } = new();

    public int Number => RegistrationPart.All.ToList().FindIndex(part => part.Key == RegistrationPart.Cv) + 1;

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Registration is null)
        {
            throw new NotFoundException("The registration");
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return IsOpen ? Page() : ToStart();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AttachAsync(cancellationToken) ?? LocalRedirect(Links.RegistrationPart(Token!, RegistrationPart.Cv));

    /// <summary>A file that was chosen but not attached yet goes along.</summary>
    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancellationToken) =>
        (Upload.File is null ? null : await AttachAsync(cancellationToken)) ?? LocalRedirect(Links.RegistrationPart(Token!, RegistrationPart.All[Number].Key));

    /// <returns>The page again when the file is refused; null when it was taken.</returns>
    private async Task<IActionResult?> AttachAsync(CancellationToken cancellationToken)
    {
        await using var content = Upload.File?.OpenReadStream() ?? Stream.Null;
        try
        {
            await Write.AttachCvAsync(Token, new SentFile(Upload.File?.FileName, Upload.File?.ContentType, content), cancellationToken);
        }
        catch (InvalidInputException refused)
        {
            await LoadAsync(cancellationToken);
            ModelState.AddModelError("Upload.File", Messages.Text(refused.Errors[0], Languages.Current));
            var page = Page();
            page.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }

        Flash("Draft.files.Added", Upload.File!.FileName);
        return null;
    }

    public sealed record CvInput
    {
        public IFormFile? File { get; init; }
    }
}
