using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Calls;

/// <summary>Behind the beneficiary's signed link: who is proposed, and whether there is an objection. Opening it changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
public sealed class NoObjectionModel(AnswerNoObjection answer, ReferenceChoices choices) : PortalPage
{
    public const string Agree = "noObjection";
    public const string Objects = "object";

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ReplyForm Input { get; set; } = new();

    /// <summary>Null when the link is none of ours.</summary>
    public NoObjectionToAnswer? Asked { get; private set; }

    public ReferenceChoices Choices => choices;

    public IReadOnlyList<Choice> Answers => [new(Agree, T["NoObjection.Agree"]), new(Objects, T["NoObjection.Object"])];

    /// <summary>The rule that stands in the way, in words; null when an answer is taken.</summary>
    public string? Problem => Asked?.Problem is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

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
            Asked = await answer.ReadAsync(Token, cancellationToken);
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.Answer is not (Agree or Objects))
        {
            throw new InvalidInputException("answer", "required");
        }

        await answer.ExecuteAsync(Token, new NoObjectionInput(Input.Answer == Objects) { Comment = Input.Comment }, cancellationToken);
        Flash("NoObjection.Done");
        return LocalRedirect(Links.NoObjection(Token!));
    }

    /// <summary>As it is typed.</summary>
    public sealed record ReplyForm
    {
        public string? Answer { get; init; }

        public string? Comment { get; init; }
    }
}
