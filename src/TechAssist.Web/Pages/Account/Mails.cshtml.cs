using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Notifications;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Account;

/// <summary>How somebody wants to be told: which mails, how often, and what in the portal too.</summary>
public sealed class MailsModel(ChooseMails chooseMails) : PortalPage
{
    [BindProperty]
    public ChooseMailsInput Input { get; set; } = new();

    public IReadOnlyList<Choice> PacesOf(MailKind kind) =>
        [.. MailChoice.Allowed(kind, Actor).Select(pace => new Choice(pace.ToString(), T["MailPace." + pace]))];

    public IEnumerable<Choice> Kinds => MailKinds.Chosen.Select(kind => new Choice(kind.ToString(), T["MailKind." + kind]));

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await chooseMails.ReadAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // A browser sends nothing where no box is ticked.
        await chooseMails.ExecuteAsync(Input with { InPortal = Input.InPortal ?? [] }, Actor, cancellationToken);
        Flash("MailChoice.Saved");
        return LocalRedirect(Links.Mails);
    }
}
