using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

[Authorize(Access.Secretariat)]
public sealed class IndexModel(SearchRoster searchRoster, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RosterFilter Filter { get; set; } = new();

    public ReferenceChoices Choices => choices;

    public Page<RosterRow> Experts { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Experts = await searchRoster.ExecuteAsync(Filter, Actor, cancellationToken);
    }
}
