using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Files;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Recommendations;

/// <summary>One recommendation: the answer of the asking side, and how far it has come.</summary>
[RequestSizeLimit(KeepEvidence.Most + (1024 * 1024))]
public sealed class DetailModel(GetRecommendation getRecommendation, RespondToRecommendation respond, NoteProgress noteProgress, AskForProgress ask, FollowOnRequest followOn, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public RecommendationView Row { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new AnswerForm { Response = Row.Response, Comment = Row.ResponseComment, Revision = Row.Revision, Language = Languages.Current, IsReminded = true };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Row = await getRecommendation.ExecuteAsync(Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostRespondAsync(CancellationToken cancellationToken)
    {
        var response = Input.Response ?? throw new InvalidInputException("response", "required");
        await respond.ExecuteAsync(Id, new RespondToRecommendationInput(response, Input.Revision) { Comment = Input.Comment }, Actor, cancellationToken);
        Flash("Recommendations.Responded");
        return LocalRedirect(Links.Recommendation(Id));
    }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken)
    {
        var note = new NoteProgressInput(Input.Text ?? "", Input.Revision) { Status = Input.Status, Evidence = string.IsNullOrWhiteSpace(Input.Evidence) ? null : Input.Evidence.Trim() };
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        await noteProgress.ExecuteAsync(Id, note, Input.File is { } file ? new SentFile(file.FileName, file.ContentType, content) : null, Actor, cancellationToken);
        Flash("Recommendations.Noted");
        return LocalRedirect(Links.Recommendation(Id));
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        await ask.ExecuteAsync(Id, new AskForProgressInput(Input.Name ?? "", Input.Email ?? "") { Language = Input.Language ?? Languages.Current, IsReminded = Input.IsReminded }, Actor, cancellationToken);
        Flash("Recommendations.Asked");
        return LocalRedirect(Links.Recommendation(Id));
    }

    public async Task<IActionResult> OnPostFollowOnAsync(CancellationToken cancellationToken) =>
        LocalRedirect(Links.Draft(await followOn.ExecuteAsync(Id, Actor, cancellationToken)));

    /// <summary>Without the one that needs another recommendation: that is said on a page of its own.</summary>
    public IReadOnlyList<Choice> Statuses => [.. choices.Of<RecommendationStatus>().Where(choice => choice.Value != nameof(RecommendationStatus.Superseded))];

    public IReadOnlyList<Choice> MailLanguages => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    /// <summary>The forms of the page, as typed.</summary>
    public sealed record AnswerForm
    {
        public BeneficiaryResponse? Response { get; init; }

        public string? Comment { get; init; }

        public RecommendationStatus? Status { get; init; }

        public string? Text { get; init; }

        public string? Evidence { get; init; }

        public IFormFile? File { get; init; }

        /// <summary>Who is asked how far it has come.</summary>
        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Language { get; init; }

        /// <summary>And from then on by itself.</summary>
        public bool IsReminded { get; init; }

        public int Revision { get; init; }
    }
}
