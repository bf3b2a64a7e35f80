using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Requests.Cases;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>A page with one act on the case as a whole: what it does, why it is done, and the button.</summary>
public abstract class SteeringPage : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public CaseStanding Standing { get; private set; } = null!;

    /// <summary>Its name in the address and in the texts <c>Steer.act</c>.</summary>
    public abstract string Act { get; }

    /// <summary>The reader may do it as the case stands.</summary>
    protected abstract bool IsOffered(SteeringRights rights);

    /// <exception cref="NotFoundException">The case, or the act on it, is not the reader's.</exception>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsOffered(Standing.Rights))
        {
            throw new NotFoundException("The act");
        }
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Standing = await HttpContext.RequestServices.GetRequiredService<GetCaseStanding>().ExecuteAsync(Reference, Actor, cancellationToken);
        ViewData["Title"] = T["Steer." + Act];
        ViewData["Trail"] = new (string, string)[] { (T["Requests.Title"], Links.Requests), (Reference, Links.Case(Standing.Id, Reference)) };
    }

    /// <summary>What the act does, line by line: <c>Steer.act.1</c>, <c>Steer.act.2</c> …</summary>
    public IEnumerable<string> Consequences => Enumerable.Range(1, 6).Select(line => $"Steer.{Act}.{line}").TakeWhile(Texts.All.Has).Select(key => T[key]);

    protected LocalRedirectResult Done()
    {
        Flash($"Steer.{Act}.Done");
        return LocalRedirect(Links.CaseTab(Reference, ""));
    }
}
