using Microsoft.AspNetCore.Mvc;
using MimeKit;
using TechAssist.Core;
using TechAssist.Core.Notifications;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Mails;

/// <summary>One mail as its readers get it; the administrator can have it sent.</summary>
public sealed class TemplateModel(PreviewMail preview) : PortalPage
{
    /// <summary>A mail brings its own style, and nothing else.</summary>
    private const string MailContent = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    [BindProperty(SupportsGet = true)]
    public string Template { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    public MimeMessage Mail { get; private set; } = null!;

    /// <summary>The values are those of a mail that was sent.</summary>
    public bool IsReal { get; private set; }

    /// <summary>What the server said when it did not take the mail.</summary>
    public string? Refused { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Language = Languages.IsOne(Language) ? Language : Languages.Current;
        (Mail, IsReal) = await preview.ReadAsync(Template, Language, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnGetHtmlAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Response.Headers.ContentSecurityPolicy = MailContent;
        return Content(Mail.HtmlBody!, "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Refused = await preview.SendAsync(Template, Language, Actor, cancellationToken);
        if (Refused is not null)
        {
            return Page();
        }

        Flash("MailTemplate.Sent");
        return LocalRedirect(Links.MailTemplate(Template, Language));
    }
}
