using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Published;

/// <summary>A published report to read: its summary and its recommendations here, all of it as a document.</summary>
public sealed class DetailModel(ListPublished listPublished, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ReferenceChoices Choices => choices;

    public PublishedReport Report { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Report = await listPublished.OneAsync(Id, Languages.Current, cancellationToken);
    }
}
