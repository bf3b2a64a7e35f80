using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>A mission: its plan, its team, and the list of what must be in order.</summary>
public sealed class DetailModel(GetMission getMission, TickChecklist tickChecklist, GetSurvey getSurvey, TimeProvider clock) : CasePage
{
    private static readonly string[] Forms = ["preparation", "postponement", "mission", "interruption", "replacement"];

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public ChecklistKind Kind { get; set; }

    [BindProperty]
    public ChecklistState State { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public MissionView Mission { get; private set; } = null!;

    /// <summary>What participants say; null where that is not the reader's to know.</summary>
    public SurveyGlance? Survey { get; private set; }

    public int OpenItems => Mission.Checklist.Count(item => !item.IsSettled);

    public bool MayTick => Mission.MayTick && Case.IsRunning;

    public bool HasBegun => Mission.Status is MissionStatus.UnderWay or MissionStatus.Completed or MissionStatus.Interrupted;

    public bool IsLate(ChecklistItem item) => !item.IsSettled && item.DueOn < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        Survey = await getSurvey.GlanceAsync(Mission.Id, Actor, cancellationToken);
        await FindTaskAsync(Forms, Mission.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostTickAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        await tickChecklist.ExecuteAsync(mission.Id, new TickChecklistInput(Kind, State) { Note = Note }, Actor, cancellationToken);
        return Redirect(Links.Mission(Case.Reference, Number) + "#checklist");
    }
}
