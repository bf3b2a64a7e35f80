using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Recommendations;

/// <summary>One recommendation: the answer of the asking side, and how far it has come.</summary>
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
        Input = new AnswerForm { Response = Row.Response, Comment = Row.ResponseComment, Revision = Row.Revision, Language = Languages.Current };
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
        await noteProgress.ExecuteAsync(Id, note, Actor, cancellationToken);
        Flash("Recommendations.Noted");
        return LocalRedirect(Links.Recommendation(Id));
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        await ask.ExecuteAsync(Id, new AskForProgressInput(Input.Name ?? "", Input.Email ?? "") { Language = Input.Language ?? Languages.Current }, Actor, cancellationToken);
        Flash("Recommendations.Asked");
        return LocalRedirect(Links.Recommendation(Id));
    }

    public async Task<IActionResult> OnPostFollowOnAsync(CancellationToken cancellationToken) =>
        LocalRedirect(Links.Draft(await followOn.ExecuteAsync(Id, Actor, cancellationToken)));

    public IReadOnlyList<Choice> MailLanguages => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    /// <summary>The forms of the page, as typed.</summary>
    public sealed record AnswerForm
    {
        public BeneficiaryResponse? Response { get; init; }

        public string? Comment { get; init; }

        public RecommendationStatus? Status { get; init; }

        public string? Text { get; init; }

        public string? Evidence { get; init; }

        /// <summary>Who is asked how far it has come.</summary>
        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Language { get; init; }

        public int Revision { get; init; }
    }
}
