using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Participants;

/// <summary>Behind the short link and the square code of a mission: a participant says what it was like, without an account.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Room)]
public sealed class AnswerModel(AnswerSurvey answerSurvey) : PortalPage
{
    /// <summary>That this device has sent an answer; nothing of the answer, and no name for the device.</summary>
    private const string Sent = "techassist-answered";

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Somebody else answers on a device that has sent an answer already.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Another { get; set; }

    [BindProperty]
    public SurveyAnswerInput Input { get; set; } = new();

    /// <summary>Null when no survey has the code.</summary>
    public SurveyToAnswer? Survey { get; private set; }

    public string Path => Links.AnswerSurvey(SurveyCode.Read(Code));

    public bool IsSent => !Another && Request.Cookies.ContainsKey(Sent);

    /// <summary>Why no answer is taken, in words; null when one is.</summary>
    public string? Problem => Survey is not null && AnswerSurvey.RuleOf(Survey.Standing) is { } code ? Messages.Text("Rule." + code, Languages.Current) : null;

    public IEnumerable<Choice> Marks => [.. Enumerable.Range(1, 5).Select(mark => new Choice($"{mark}", $"{mark}"))];

    public IEnumerable<Choice> Sexes => [.. Enum.GetNames<Sex>().Select(sex => new Choice(sex, T["Survey.Sex." + sex])), new Choice("", T["Survey.Sex.None"])];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        // By chance alone: an id of the usual kind would tell when somebody answered.
        Input = new SurveyAnswerInput { FormId = new Guid(RandomNumberGenerator.GetBytes(16)) };
        var page = Page();
        page.StatusCode = Survey is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Survey = await answerSurvey.ReadAsync(Code, cancellationToken);
        }
        catch (NotFoundException)
        {
            // The page says itself that there is no such evaluation.
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await answerSurvey.ExecuteAsync(Code, Input, cancellationToken);
        Response.Cookies.Append(Sent, "1", new CookieOptions
        {
            Path = Path,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            MaxAge = TimeSpan.FromDays(7),
        });
        return LocalRedirect(Path);
    }
}
