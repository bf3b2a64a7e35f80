using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Tasks;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Tasks;

/// <summary>Whoever has a task asks for more time; the secretariat decides.</summary>
public sealed class MoreTimeModel(GetTask getTask, AskMoreTime ask) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AskMoreTimeInput Input { get; set; } = new();

    public TaskView Task { get; private set; } = null!;

    public System.Threading.Tasks.Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <exception cref="NotFoundException">Not the reader's to do, over, or without a due time.</exception>
    public override async System.Threading.Tasks.Task LoadAsync(CancellationToken cancellationToken)
    {
        Task = await getTask.ExecuteAsync(Id, Actor, cancellationToken);
        if (!Task.IsMine || !Task.IsOpen || Task.DueAt is null)
        {
            throw new NotFoundException("The task");
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ask.ExecuteAsync(Id, Input, Actor, cancellationToken);
        Flash("MoreTime.Done");
        return LocalRedirect(Links.Task(Id));
    }
}
