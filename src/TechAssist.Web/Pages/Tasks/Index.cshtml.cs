using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Tasks;

/// <summary>Everything that waits for the reader, the most urgent first.</summary>
public sealed class IndexModel(ListMyTasks listMyTasks) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public (int All, int Late) Count { get; private set; }

    public Page<TaskRow> Tasks { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Count = await listMyTasks.CountAsync(Actor, cancellationToken);
        Tasks = await listMyTasks.ExecuteAsync(new ListMyTasksInput { Late = Late ? true : null, After = After }, Actor, cancellationToken);
    }
}
