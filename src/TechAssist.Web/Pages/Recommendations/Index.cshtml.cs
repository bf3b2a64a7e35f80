using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Recommendations;

/// <summary>What the published reports recommend, the earliest due first.</summary>
public sealed class IndexModel(ListRecommendations listRecommendations, GetCaseHead getCaseHead, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RecommendationFilter Filter { get; set; } = new();

    /// <summary>Only those of this case.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    public ReferenceChoices Choices => choices;

    public Page<RecommendationRow> Rows { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(Reference))
        {
            Filter = Filter with { RequestId = (await getCaseHead.ExecuteAsync(Reference.Trim(), Actor, cancellationToken)).Id };
        }

        Rows = await listRecommendations.ExecuteAsync(Filter, Actor, cancellationToken);
    }
}
