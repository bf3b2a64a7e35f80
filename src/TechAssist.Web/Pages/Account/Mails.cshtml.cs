using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Notifications;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Account;

/// <summary>Which mails somebody wants, and how often.</summary>
public sealed class MailsModel(ChooseMails chooseMails) : PortalPage
{
    [BindProperty]
    public ChooseMailsInput Input { get; set; } = new();

    public IReadOnlyList<Choice> PacesOf(MailKind kind) =>
        [.. MailChoice.Allowed(kind, Actor).Select(pace => new Choice(pace.ToString(), T["MailPace." + pace]))];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await chooseMails.ReadAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await chooseMails.ExecuteAsync(Input, Actor, cancellationToken);
        Flash("MailChoice.Saved");
        return LocalRedirect(Links.Mails);
    }
}
