using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Shared;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Calls;

/// <summary>Behind the signed link of a call: the mission in brief and the answer, on one telephone screen, without signing in.
/// Opening it changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignedLinks)]
public sealed class AnswerModel(AnswerCall answerCall, ReferenceChoices choices) : PortalPage
{
    public const string Yes = "yes";
    public const string YesIf = "yesIf";
    public const string No = "no";

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ReplyForm Input { get; set; } = new();

    /// <summary>Null when the link is none of ours.</summary>
    public CallToAnswer? Call { get; private set; }

    public ReferenceChoices Choices => choices;

    public IReadOnlyList<Choice> Answers => [new(Yes, T["Call.Accept"]), new(YesIf, T["Call.AcceptIf"]), new(No, T["Call.Declined"])];

    /// <summary>The rule that stands in the way, in words; null when an answer is taken.</summary>
    public string? Problem => Call?.Problem is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var page = Page();
        page.StatusCode = Call is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        // One row stands ready to be filled in.
        Input = Input.OnlyOn.Count == 0 ? Input with { OnlyOn = [new Period()] } : Input;
        try
        {
            Call = await answerCall.ReadAsync(Token, cancellationToken);
        }
        catch (NotFoundException)
        {
            // The page says itself that the link is not one of ours.
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.Answer is not (Yes or YesIf or No))
        {
            throw new InvalidInputException("answer", "required");
        }

        var offered = Input.OnlyOn.Where(period => period is not { From: null, To: null }).ToList();
        if (Input.Answer == YesIf && offered.Count == 0)
        {
            throw new InvalidInputException("onlyOn[0].from", "required");
        }

        var reply = new AnswerInvitationInput(Input.Answer != No)
        {
            Message = Input.Message,
            Declaration = Input.Answer == No ? null : Input.Declaration.Declared(),
            OnlyOn = Input.Answer == YesIf ? offered : [],
        };
        await answerCall.ExecuteAsync(Token, reply, cancellationToken);
        Flash("Call.Done");
        return LocalRedirect(Links.AnswerCall(Token!));
    }

    /// <summary>Said by the page at the first touch or key: somebody reads it.</summary>
    public async Task<IActionResult> OnPostSeenAsync(CancellationToken cancellationToken)
    {
        await answerCall.SeenAsync(Token, cancellationToken);
        return new NoContentResult();
    }

    /// <summary>As it is typed.</summary>
    public sealed record ReplyForm
    {
        public string? Answer { get; init; }

        public IReadOnlyList<Period> OnlyOn { get; init; } = [];

        public string? Message { get; init; }

        public DeclarationForm Declaration { get; init; } = new();
    }
}
