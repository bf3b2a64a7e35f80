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
    public bool Paused { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public TaskCounts Count { get; private set; } = new(0, 0, 0);

    public Page<TaskRow> Tasks { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Count = await listMyTasks.CountAsync(Actor, cancellationToken);
        Tasks = await listMyTasks.ExecuteAsync(new ListMyTasksInput { Late = Late ? true : null, Paused = Paused ? true : null, After = After }, Actor, cancellationToken);
    }
}
