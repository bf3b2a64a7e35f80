using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Experts;

/// <summary>The ten who fit a seat of the case best, with what speaks for and against each, and why the others do not.</summary>
[Authorize(Access.Secretariat)]
public sealed class MatchModel(FindMatches findMatches, Propose propose, RuleOnConflict ruleOnConflict) : CasePage
{
    /// <summary>A profile of the terms, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int Seat { get; set; }

    /// <summary>The expert who is proposed or noted about.</summary>
    [BindProperty]
    public Guid Expert { get; set; }

    [BindProperty]
    public HardFilters Filter { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public MatchPage Found { get; private set; } = null!;

    public MatchText Text { get; private set; } = null!;

    public bool MayWaive => Actor.Could(person => person.HasAny(Roles.Steering));

    public static string RoleOf(Seat seat)
    {
        var role = In(seat.Role).Trim();
        return role.Length <= 200 ? role : role[..200];
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Text = new MatchText(T, Choices);
        Found = await findMatches.ExecuteAsync(Case.Id, Seat, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await propose.ExecuteAsync(Case.Id, new ProposeInput(Expert) { Role = RoleOf(Found.Seat) }, Actor, cancellationToken);
        Flash("Match.Proposed", Found.Best.FirstOrDefault(row => row.Match.Candidate.Id == Expert)?.Match.Candidate.Name ?? T["Match.TheExpert"]);
        return LocalRedirect(Links.Match(Case.Reference, Seat));
    }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        await ruleOnConflict.ExecuteAsync(Case.Id, new RuleOnConflictInput(Expert, Filter, RulingKind.Noted) { Reason = Reason ?? "" }, Actor, cancellationToken);
        Flash("Match.Noted");
        return LocalRedirect(Links.Match(Case.Reference, Seat));
    }
}
