using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

[Authorize(Access.Secretariat)]
public sealed class IndexModel(SearchRoster searchRoster, ListRegistrations registrations, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RosterFilter Filter { get; set; } = new();

    public ReferenceChoices Choices => choices;

    public Page<RosterRow> Experts { get; private set; } = new([], null);

    /// <summary>Registrations that wait for the secretariat.</summary>
    public int ToVetCount { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Experts = await searchRoster.ExecuteAsync(Filter, Actor, cancellationToken);
        ToVetCount = await registrations.CountToVetAsync(Actor, cancellationToken);
    }
}
