using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Strategy;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Strategy;

/// <summary>The recommendations behind one of the committee's figures.</summary>
public sealed class RecommendationsModel(ListStrategyRecommendations listRecommendations, ReferenceChoices choices, ReferenceCatalog reference, TimeProvider clock) : StrategyPage(reference, clock)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public StrategyRecommendationsInput Input { get; set; } = new();

    public ReferenceChoices Choices => choices;

    public Page<StrategyRecommendationRow> Rows { get; private set; } = new([], null);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Rows = await listRecommendations.ExecuteAsync(Input, Actor, cancellationToken);
    }

    public string Back => With(Links.Strategy, Input, ("country", null), ("theme", null));
}
