using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Requests.Experts;

namespace TechAssist.Web.Pages.Roster;

/// <summary>Who should go where when several cases look for experts at once.</summary>
[Authorize(Access.Secretariat)]
public sealed class TeamsModel(PlanTeams planTeams, ReferenceChoices choices) : PortalPage
{
    /// <summary>The cases to fill together; none: not asked yet.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Guid> Cases { get; set; } = [];

    public IReadOnlyList<OpenCase> Open { get; private set; } = [];

    public TeamsPlanned? Planned { get; private set; }

    public MatchText Text { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Text = new MatchText(T, choices);
        Open = await planTeams.CasesAsync(Actor, cancellationToken);
        if (Cases.Count > 0)
        {
            Planned = await planTeams.ExecuteAsync(new PlanTeamsInput(Cases), Actor, cancellationToken);
        }
    }
}
