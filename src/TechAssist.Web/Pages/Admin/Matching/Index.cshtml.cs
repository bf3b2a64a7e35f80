using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Matching;

/// <summary>How much each part of a score counts, and what other weights would have done to past cases.</summary>
public sealed class IndexModel(GetWeights getWeights, SaveWeights saveWeights, TryWeights tryWeights) : PortalPage
{
    [BindProperty]
    public Weights Input { get; set; } = Weights.Standard;

    [BindProperty]
    public int Version { get; set; }

    public WeightsView Now { get; private set; } = null!;

    /// <summary>Null until something was tried.</summary>
    public IReadOnlyList<TriedRow>? Tried { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        (Input, Version) = (Now.Weights, Now.Version);
    }

    public override async Task LoadAsync(CancellationToken cancellationToken) => Now = await getWeights.ExecuteAsync(cancellationToken);

    /// <summary>Changes nothing: the same page with the past cases looked at again.</summary>
    public async Task OnPostTryAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Tried = await tryWeights.ExecuteAsync(Input, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await saveWeights.ExecuteAsync(new SaveWeightsInput(Input, Version), Actor, cancellationToken);
        Flash("Weights.Saved");
        return LocalRedirect(Links.MatchingWeights);
    }
}
