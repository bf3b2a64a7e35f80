using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Files;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.ByLink;

/// <summary>Behind the signed link of a recommendation: its owner, without an account, says how far it has come. Opening it changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
[RequestSizeLimit(KeepEvidence.Most + (1024 * 1024))]
public sealed class ProgressModel(AskForProgress progress, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ProgressForm Input { get; set; } = new();

    /// <summary>Null when the link is none of ours.</summary>
    public ProgressToReport? Asked { get; private set; }

    /// <summary>The rule that stands in the way, in words; null when an answer is taken.</summary>
    public string? Problem => Asked?.Problem is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

    public ReferenceChoices Choices => choices;

    public IReadOnlyList<Choice> Statuses => [.. choices.Of<RecommendationStatus>().Where(choice => choice.Value != nameof(RecommendationStatus.Superseded))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var page = Page();
        page.StatusCode = Asked is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        try
        {
            Asked = await progress.ReadAsync(Token, cancellationToken);
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var said = new ReportProgressInput(Input.Text ?? "") { Status = Input.Status, Evidence = Blank.ToNull(Input.Evidence)?.Trim() };
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        await progress.AnswerAsync(Token, said, Input.File is { } file ? new SentFile(file.FileName, file.ContentType, content) : null, cancellationToken);
        Flash("Progress.Done");
        return LocalRedirect(Links.ReportProgress(Token!));
    }

    /// <summary>As it is typed.</summary>
    public sealed record ProgressForm
    {
        public string? Text { get; init; }

        public RecommendationStatus? Status { get; init; }

        public string? Evidence { get; init; }

        public IFormFile? File { get; init; }
    }
}
