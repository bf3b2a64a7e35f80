using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Work.ByLink;
using TechAssist.Web.Forms;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.ByLink;

/// <summary>Behind the signed link of a task: what is asked, and the answer. Opening it changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
public sealed class AnswerModel(AnswerTask answer) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ReplyForm Input { get; set; } = new();

    /// <summary>Null when the link is none of ours.</summary>
    public TaskToAnswer? Asked { get; private set; }

    /// <summary>The rule that stands in the way, in words; null when an answer is taken.</summary>
    public string? Problem => Asked?.Problem is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

    public IReadOnlyList<Choice> Answers(StepFormTexts words) =>
        [.. Asked!.Task!.Outcomes.Select(outcome => new Choice(outcome, words.Outcome(Asked.Task.Step.Form, outcome)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var page = Page();
        page.StatusCode = Asked is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Asked = await answer.ReadAsync(Token, cancellationToken);
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    /// <summary>What the answer is about.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(CancellationToken cancellationToken)
    {
        var file = await answer.DocumentAsync(Token, cancellationToken);
        return File(file.Bytes, file.ContentType, file.FileName);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Input.Outcome))
        {
            throw new InvalidInputException("outcome", "required");
        }

        await answer.ExecuteAsync(Token, new AnswerTaskInput(Input.Outcome) { Comment = Input.Comment }, cancellationToken);
        Flash("ByLink.Done");
        return LocalRedirect(Links.AnswerTask(Token!));
    }

    /// <summary>As it is typed.</summary>
    public sealed record ReplyForm
    {
        public string? Outcome { get; init; }

        public string? Comment { get; init; }
    }
}
