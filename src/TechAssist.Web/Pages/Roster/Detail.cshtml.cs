using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Asks;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

/// <summary>An expert's record: for the secretariat, the auditor, and the expert.</summary>
public sealed class DetailModel(
    GetExpert getExpert, AssessExpert assessExpert, LinkExpert linkExpert, ConfirmAvailability confirmAvailability, ListAsks listAsks, ReferenceChoices choices, TimeProvider clock) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The secretariat's judgement, as it is typed.</summary>
    [BindProperty]
    public AssessExpertInput Input { get; set; } = new(Suitability.NotAssessed, 0);

    [BindProperty]
    public string? AccountEmail { get; set; }

    public ExpertView Expert { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public bool IsOwn => Expert.PersonId == Actor.PersonId;

    public bool IsFound => Expert.ConsentUntilOn > Today;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>What the expert was asked of late.</summary>
    public IReadOnlyList<AskRow> Asks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new AssessExpertInput(Expert.Suitability ?? Suitability.NotAssessed, Expert.Revision) { Note = Expert.StaffNote };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Expert = await getExpert.ExecuteAsync(Id, Actor, cancellationToken);
        Asks = await listAsks.ExecuteAsync(Id, Actor, Languages.Current, cancellationToken);
    }

    public async Task<IActionResult> OnPostAssessAsync(CancellationToken cancellationToken)
    {
        await assessExpert.ExecuteAsync(Id, Input, Actor, cancellationToken);
        Flash("Roster.Assessed");
        return LocalRedirect(Links.Expert(Id));
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken)
    {
        await linkExpert.ExecuteAsync(Id, new LinkExpertInput(AccountEmail ?? ""), Actor, cancellationToken);
        Flash("Roster.Linked");
        return LocalRedirect(Links.Expert(Id));
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        await confirmAvailability.ExecuteAsync(Id, Actor, cancellationToken);
        Flash("Roster.ConfirmDone");
        return LocalRedirect(Links.Expert(Id));
    }
}
