using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Audit;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>The history of a case, the latest first.</summary>
public sealed class TimelineModel(ListTimeline listTimeline) : CaseTab
{
    public override string Tab => "timeline";

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<TimelineRow> Lines { get; private set; } = new([], null);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Lines = await listTimeline.ExecuteAsync(Standing.Id, new PageInput { PageSize = 30, After = After }, Languages.Current, Actor, cancellationToken);
    }
}
