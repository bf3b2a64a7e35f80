using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests.Steering;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Due;

/// <summary>Why a due time is what it is: from its start, line by line. Whoever steers the case publishes here what a changed calendar gives.</summary>
public sealed class IndexModel(RecountDue recount) : DuePage
{
    [BindProperty]
    public SteeringInput Input { get; set; } = new();

    protected override string TitleKey => "DueWhy.Title";

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await recount.ExecuteAsync(Reference, Id, Input, Actor, cancellationToken);
        Flash("DueWhy.Published");
        return LocalRedirect(Links.Due(Reference, Id));
    }
}
