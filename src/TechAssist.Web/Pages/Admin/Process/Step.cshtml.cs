using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Workflows;
using TechAssist.Core.Workflows.Ladders;
using TechAssist.Web.Infrastructure;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Web.Pages.Admin.Process;

/// <summary>The reminders and escalations of one step, to be changed for cases that start from now on.</summary>
public sealed class StepModel(WorkflowCatalog workflows, ChangeLadder changeLadder) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Definition { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    [BindProperty]
    public LadderInput Input { get; set; } = new();

    public WorkflowDefinition Latest { get; private set; } = null!;

    public HumanStep Shown { get; private set; } = null!;

    public LadderWords Words => new(T);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = LadderInput.Of(Latest, Shown);
    }

    public override Task LoadAsync(CancellationToken cancellationToken)
    {
        (Latest, Shown) = ChangeLadder.Find(workflows, Definition, Step);
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var version = await changeLadder.ExecuteAsync(Definition, Step, Input, Actor, cancellationToken);
        Flash(version == Input.Version ? "Ladder.NothingChanged" : "Ladder.Saved", version);
        return LocalRedirect(Links.Process);
    }
}
