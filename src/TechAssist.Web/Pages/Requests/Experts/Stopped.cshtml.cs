using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Experts;

/// <summary>The people whom one hard filter stops for a seat; the coordinator may waive a conflict.</summary>
[Authorize(Access.Secretariat)]
public sealed class StoppedModel(ListStopped listStopped, RuleOnConflict ruleOnConflict) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int Seat { get; set; }

    [BindProperty(SupportsGet = true)]
    public HardFilters Filter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public Guid Expert { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public StoppedPage Stopped { get; private set; } = null!;

    public MatchText Text { get; private set; } = null!;

    public bool MayWaive => Case.IsRunning && Actor.Could(person => person.HasAny(Roles.Steering)) && HardFilterSets.Conflicts.HasFlag(Filter) && Filter != HardFilters.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        // Without one filter there is nothing to list: what stops people stands under the matches.
        return HardFilterSets.All.Contains(Filter) ? Page() : LocalRedirect(Links.Match(Case.Reference, Seat));
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Text = new MatchText(T, Choices);
        Stopped = await listStopped.ExecuteAsync(Case.Id, new ListStoppedInput(Seat, Filter) { After = After }, Actor, cancellationToken);
    }

    public Task<IActionResult> OnPostWaiveAsync(CancellationToken cancellationToken) => RuleAsync(RulingKind.Waived, "Match.WaiveDone", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => RuleAsync(RulingKind.Withdrawn, "Match.WithdrawDone", cancellationToken);

    private async Task<IActionResult> RuleAsync(RulingKind kind, string said, CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        await ruleOnConflict.ExecuteAsync(Case.Id, new RuleOnConflictInput(Expert, Filter, kind) { Reason = Reason ?? "" }, Actor, cancellationToken);
        Flash(said);
        return LocalRedirect(Links.Match(Case.Reference, Seat));
    }
}
