using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Terms;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Experts;

/// <summary>Puts an expert on the case's list, for one of the seats the terms describe.</summary>
[Authorize(Access.Secretariat)]
public sealed class ProposeModel(Propose propose, GetExpert getExpert, GetTerms getTerms) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Expert { get; set; }

    [BindProperty]
    public Seat Input { get; set; } = new();

    public ExpertProfile Profile { get; private set; } = null!;

    /// <summary>The seats of the terms; empty when there are no terms yet.</summary>
    public IReadOnlyList<Choice> Seats { get; private set; } = [];

    /// <summary>The countries that ask and of which the expert is a national.</summary>
    public IReadOnlyList<string> SharedCountries => [.. Profile.Nationalities.Intersect(Case.Content.Countries)];

    public bool MayWaive => Actor.Could(person => person.HasAny(Roles.Steering));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new Seat { Role = Seats is [var only] ? only.Value : "" };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Profile = (await getExpert.ExecuteAsync(Expert, Actor, cancellationToken)).Profile;
        var terms = await getTerms.ExecuteAsync(Case.Id, null, Actor, cancellationToken);
        Seats = [.. (terms?.Content.Profiles ?? []).Select(profile => In(profile.Role)).Where(role => role.Length is > 0 and <= 200).Distinct().Select(role => new Choice(role, role))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        await propose.ExecuteAsync(
            Case.Id, new ProposeInput(Expert) { Role = Input.Role ?? "", Why = Input.Why, ConflictWaiver = Input.ConflictWaiver }, Actor, cancellationToken);
        Flash("Experts.ProposeDone");
        return LocalRedirect(Links.Experts(Case.Reference));
    }

    public sealed record Seat
    {
        public string? Role { get; init; }

        public string? Why { get; init; }

        public string? ConflictWaiver { get; init; }
    }
}
