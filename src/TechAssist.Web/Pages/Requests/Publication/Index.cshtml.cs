using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Publication;

/// <summary>What the public will read of a report, part by part, with what is left out and why. The secretariat and the beneficiary
/// leave parts out here; the word on it is given in the task.</summary>
public sealed class IndexModel(GetPublicVersion getPublicVersion, GetMission getMission, LeaveOut leaveOut, SettlePublication settle) : CasePage
{
    private static readonly string[] Forms = ["publication", "publicationApproval"];

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The part that is left out or put back.</summary>
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public ReasonForm Input { get; set; } = new();

    public PublicVersionView Version { get; private set; } = null!;

    public string? Lang => Version.Language == Core.Languages.Current ? null : Version.Language;

    public static string SectionTitle(int number) => $"{number}. {Word($"Report.{number}")}";

    /// <summary>What a place is called in an address of this page.</summary>
    public static string Anchor(string place) => "place-" + FieldNames.Id(place);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        var mission = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        MissionId = mission.Id;
        Version = await getPublicVersion.ExecuteAsync(mission.Id, Core.Languages.Current, Actor, cancellationToken);
        await FindTaskAsync(Forms, mission.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostLeaveOutAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await leaveOut.ExecuteAsync(MissionId, new LeaveOutInput(Place ?? "") { Reason = Input.Reason }, Actor, cancellationToken);
        return Back("Publication.DoneOut", Anchor(Place!));
    }

    public async Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await leaveOut.PutBackAsync(MissionId, Place ?? "", Actor, cancellationToken);
        return Back("Publication.DoneBack", Anchor(Place!));
    }

    public async Task<IActionResult> OnPostTeamAsync(bool names, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await leaveOut.NameTeamAsync(MissionId, names, Actor, cancellationToken);
        return Back(names ? "Publication.DoneBack" : "Publication.DoneOut", "team");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await settle.WithdrawAsync(MissionId, new WithdrawPublicInput { Reason = Input.Reason }, Actor, cancellationToken);
        return Back("Publication.Withdrawn");
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await settle.BeginAgainAsync(MissionId, Actor, cancellationToken);
        return Back("Publication.AgainDone");
    }

    private Guid MissionId { get; set; }

    private RedirectResult Back(string key, string? anchor = null)
    {
        Flash(key);
        return Redirect(Links.Publication(Case.Reference, Number) + (anchor is null ? "" : "#" + anchor));
    }

    /// <summary>As it is typed.</summary>
    public sealed record ReasonForm
    {
        public string? Reason { get; init; }
    }
}
