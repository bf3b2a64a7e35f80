using Microsoft.AspNetCore.Authorization;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

/// <summary>Whether the same people go again and again. For the secretariat and the auditor.</summary>
[Authorize(Access.Internals)]
public sealed class FairnessModel(GetFairness getFairness, ReferenceChoices choices) : PortalPage
{
    public Fairness Fairness { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public static string Share(int part, int all) => all == 0 ? "–" : ((double)part / all).ToString("P0", System.Globalization.CultureInfo.CurrentCulture);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Fairness = await getFairness.ExecuteAsync(Actor, cancellationToken);
    }
}
