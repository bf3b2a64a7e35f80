using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Published;

/// <summary>The published reports, for everybody who is signed in.</summary>
public sealed class IndexModel(ListPublished listPublished, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public PublishedFilter Filter { get; set; } = new();

    public ReferenceChoices Choices => choices;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public Page<PublishedReport> Rows { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Years = await listPublished.YearsAsync(cancellationToken);
        Rows = await listPublished.ExecuteAsync(Filter, cancellationToken);
    }
}
