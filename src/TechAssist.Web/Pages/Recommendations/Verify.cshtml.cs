using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Recommendations;

/// <summary>The secretariat or a focal point looks at what shows that a recommendation is implemented, and confirms it or sends it back.</summary>
public sealed class VerifyModel(GetRecommendation getRecommendation, VerifyRecommendation verify, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public VerifyForm Input { get; set; } = new();

    public RecommendationView Row { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new VerifyForm { Revision = Row.Revision };
        return Row.MayVerify ? Page() : LocalRedirect(Links.Recommendation(Id));
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Row = await getRecommendation.ExecuteAsync(Id, Actor, cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => AnswerAsync(isConfirmed: true, cancellationToken);

    public Task<IActionResult> OnPostBackAsync(CancellationToken cancellationToken) => AnswerAsync(isConfirmed: false, cancellationToken);

    private async Task<IActionResult> AnswerAsync(bool isConfirmed, CancellationToken cancellationToken)
    {
        await verify.ExecuteAsync(Id, new VerifyRecommendationInput(isConfirmed, Input.Revision) { Reason = Input.Reason }, Actor, cancellationToken);
        Flash(isConfirmed ? "Verify.Confirmed" : "Verify.SentBack");
        return LocalRedirect(Links.Recommendation(Id));
    }

    /// <summary>As it is typed.</summary>
    public sealed record VerifyForm
    {
        public string? Reason { get; init; }

        public int Revision { get; init; }
    }
}
