using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Board;
using TechAssist.Core.Missions;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Missions;

/// <summary>A mission: its plan, its team, and the list of what must be in order.</summary>
public sealed class DetailModel(GetMission getMission, TickChecklist tickChecklist, GetMissionAround getAround, ReferenceCatalog reference, TimeProvider clock) : CasePage
{
    private static readonly string[] Forms = ["preparation", "postponement", "mission", "interruption", "replacement"];

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public ChecklistKind Kind { get; set; }

    [BindProperty]
    public ChecklistState State { get; set; }

    /// <summary>Of one of several items of a kind.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The expert for whom it is so; null for the whole team.</summary>
    [BindProperty]
    public Guid? Expert { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public bool MayDebrief => Actor.IsSecretariat && Case.IsRunning && HasBegun;

    public MissionView Mission { get; private set; } = null!;

    public MissionAround Around { get; private set; } = null!;

    public int OpenItems => Mission.Checklist.Count(item => !item.IsSettled);

    public bool MayTick => Mission.MayTick && Case.IsRunning;

    public bool HasBegun => Mission.Status is MissionStatus.UnderWay or MissionStatus.Completed or MissionStatus.Interrupted;

    /// <summary>How an item stands: late and soon are the board's.</summary>
    public DueState Standing(ChecklistItem item) =>
        item.IsSettled ? DueState.Open : DueStates.Of(item.DueOn, reference.Current.Calendars.Secretariat, clock.GetUtcNow().UtcDateTime);

    /// <summary>Was settled for another departure: a ticket for other days is no ticket.</summary>
    public bool IsForOtherDays(ChecklistItem item) => item.State == ChecklistState.Done && item.SettledFor is { } day && day != Mission.Plan.StartOn && Mission.MayTick;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        Around = await getAround.ExecuteAsync(Mission, Actor, cancellationToken);
        await FindTaskAsync(Forms, Mission.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostTickAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        await tickChecklist.ExecuteAsync(mission.Id, new TickChecklistInput(Kind, State) { Note = Note, Key = Key, ExpertId = Expert }, Actor, cancellationToken);
        return Redirect(Links.Mission(Case.Reference, Number) + "#checklist");
    }
}
