using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.FollowUp.Initiatives;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Initiatives;

/// <summary>One initiative: what became of it, and the request that takes it up.</summary>
public sealed class DetailModel(GetInitiative getInitiative, NoteInitiative noteInitiative, TakeUpInitiative takeUp, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NoteForm Input { get; set; } = new();

    public InitiativeView Row { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    /// <summary>Those of the framework in force, and the one it has.</summary>
    public IReadOnlyList<Choice> Objectives =>
        Row.Objective is { } own && !choices.Objectives.Any(choice => choice.Value == own) ? [new Choice(own, choices.Objective(own)), .. choices.Objectives] : choices.Objectives;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new NoteForm { Lead = Row.Lead, Partners = Row.Partners, CostRange = Row.CostRange, NextStep = Row.NextStep, Objective = Row.Objective, Revision = Row.Revision };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Row = await getInitiative.ExecuteAsync(Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var note = new NoteInitiativeInput(Input.Text ?? "", Input.Revision)
        {
            Status = Input.Status,
            Lead = Input.Lead,
            Partners = Input.Partners,
            CostRange = Input.CostRange,
            NextStep = Input.NextStep,
            Objective = Input.Objective,
        };
        await noteInitiative.ExecuteAsync(Id, note, Actor, cancellationToken);
        Flash("Initiatives.Noted");
        return LocalRedirect(Links.Initiative(Id));
    }

    public async Task<IActionResult> OnPostFollowOnAsync(CancellationToken cancellationToken) =>
        LocalRedirect(Links.Draft(await takeUp.ExecuteAsync(Id, Actor, cancellationToken)));

    /// <summary>As it is typed.</summary>
    public sealed record NoteForm
    {
        public string? Text { get; init; }

        public InitiativeStatus? Status { get; init; }

        public string? Lead { get; init; }

        public string? Partners { get; init; }

        public string? CostRange { get; init; }

        public string? NextStep { get; init; }

        public string? Objective { get; init; }

        public int Revision { get; init; }
    }
}
