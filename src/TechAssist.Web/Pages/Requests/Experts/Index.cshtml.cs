using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Experts.Releases;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Experts;

/// <summary>Who is put forward for a case: the whole list for the secretariat, the chosen ones for the requesting side.</summary>
public sealed class IndexModel(
    ListNominations listNominations, Invite invite, StandDown standDown, OrderShortlist orderShortlist, CallDesk calls,
    AskRelease askRelease, RecordRelease recordRelease, TimeProvider clock) : CasePage
{
    private static readonly string[] Forms = ["termsAndCall", "mobilisation", "selection", "noObjection", "replacement"];

    private static readonly NominationStatus[] MayStandDown =
        [NominationStatus.Proposed, NominationStatus.Invited, NominationStatus.Accepted, NominationStatus.Selected];

    /// <summary>The nomination that is acted on.</summary>
    [BindProperty]
    public Guid Nomination { get; set; }

    /// <summary>The call that is acted on.</summary>
    [BindProperty]
    public Guid Call { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The nomination whose release is acted on.</summary>
    [BindProperty]
    public Guid Released { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>How long a call stays open from now on.</summary>
    [BindProperty]
    public int Hours { get; set; }

    public IReadOnlyList<int> MoreHours => Case.Content.Track == Track.Rapid ? [6, 12, 24] : [24, 48, 120];

    public IReadOnlyList<CallRow> Calls { get; private set; } = [];

    public IReadOnlyList<NominationRow> Nominations { get; private set; } = [];

    public IReadOnlyList<ProposedExpert> Proposed { get; private set; } = [];

    public bool IsAnybodyReady => Nominations.Any(row => row.Status == NominationStatus.Accepted);

    /// <summary>"3.5" or "3,5".</summary>
    public static string HoursOf(TimeSpan time) => Math.Max(0, time.TotalHours).ToString("0.#", Languages.Culture(Languages.Current));

    public bool MayEnd(NominationRow row) => Case.IsRunning && MayStandDown.Contains(row.Status);

    public bool MayBeReleased(NominationRow row) =>
        Case.IsRunning && row is { IsOpen: true, Status: NominationStatus.Accepted or NominationStatus.Selected or NominationStatus.Confirmed };

    /// <summary>The questions answered with yes, by their names.</summary>
    public static IEnumerable<string> ConflictsOf(ConflictDeclaration declaration) =>
        new (string Key, bool? Answer)[]
        {
            (nameof(declaration.EmployedByRequester), declaration.EmployedByRequester),
            (nameof(declaration.FamilyOrFinancialInterest), declaration.FamilyOrFinancialInterest),
            (nameof(declaration.BiddingForFollowOn), declaration.BiddingForFollowOn),
            (nameof(declaration.AuthorOfPolicy), declaration.AuthorOfPolicy),
            (nameof(declaration.GovernmentInDispute), declaration.GovernmentInDispute),
        }.Where(question => question.Answer == true).Select(question => question.Key);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        await FindTaskAsync(Forms, null, cancellationToken);
        if (Actor.IsSecretariat)
        {
            Nominations = await listNominations.ForStaffAsync(Case.Id, Actor, cancellationToken);
            Calls = await calls.List.ExecuteAsync(Case.Id, Actor, cancellationToken);
            return;
        }

        Proposed = await listNominations.ForBeneficiaryAsync(Case.Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        await invite.ExecuteAsync(Nomination, Actor, cancellationToken);
        Flash("Experts.InviteDone");
        return LocalRedirect(Links.Experts(Reference));
    }

    public async Task<IActionResult> OnPostAskReleaseAsync(CancellationToken cancellationToken)
    {
        await askRelease.ExecuteAsync(Released, Actor, cancellationToken);
        Flash("Release.WriteDone");
        return LocalRedirect(Links.Experts(Reference) + $"#nomination-{Released}");
    }

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken)
    {
        await recordRelease.ExecuteAsync(Released, new RecordReleaseInput { On = On, Note = Note }, Actor, cancellationToken);
        Flash("Release.RecordDone");
        return LocalRedirect(Links.Experts(Reference) + $"#nomination-{Released}");
    }

    public async Task<IActionResult> OnPostProlongAsync(CancellationToken cancellationToken)
    {
        var closesAt = clock.GetUtcNow().UtcDateTime.AddHours(Hours);
        await calls.Prolong.ExecuteAsync(Call, new ProlongCallInput { ClosesAt = closesAt }, Actor, cancellationToken);
        Flash("Call.ProlongDone");
        return LocalRedirect(Links.Experts(Reference));
    }

    public async Task<IActionResult> OnPostStandDownCallAsync(CancellationToken cancellationToken)
    {
        await calls.StandDown.ExecuteAsync(Call, new StandDownCallInput(Reason ?? ""), Actor, cancellationToken);
        Flash("Call.StandDownDone");
        return LocalRedirect(Links.Experts(Reference));
    }

    public async Task<IActionResult> OnPostStandDownAsync(CancellationToken cancellationToken)
    {
        await standDown.ExecuteAsync(Nomination, new StandDownInput(Reason ?? ""), Actor, cancellationToken);
        Flash("Experts.StandDownDone");
        return LocalRedirect(Links.Experts(Reference));
    }

    /// <summary>One place up: asked before the one above.</summary>
    public async Task<IActionResult> OnPostUpAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var open = Nominations.Where(row => row.IsOpen).Select(row => row.Id).ToList();
        var place = open.IndexOf(Nomination);
        if (place > 0)
        {
            (open[place - 1], open[place]) = (open[place], open[place - 1]);
        }

        await orderShortlist.ExecuteAsync(Case.Id, new OrderShortlistInput(open), Actor, cancellationToken);
        return LocalRedirect(Links.Experts(Reference) + $"#nomination-{Nomination}");
    }
}
