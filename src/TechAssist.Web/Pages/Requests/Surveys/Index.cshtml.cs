using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TechAssist.Core;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Surveys;

/// <summary>The participants' evaluation of a mission: opened, shown while answers come in, prolonged and closed.</summary>
public sealed class IndexModel(GetMission getMission, GetSurvey getSurvey, IOptions<PortalAddress> portal) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The answer whose words are to be hidden.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Hide { get; set; }

    [BindProperty]
    public SurveyForm Input { get; set; } = new();

    public MissionSurveyView Mission { get; private set; } = null!;

    public MissionView Plan { get; private set; } = null!;

    public SurveyView? Survey => Mission.Survey;

    public string Address => portal.Value.Of(Links.AnswerSurvey(Survey!.Code));

    /// <summary>The square code as a picture that needs no further request.</summary>
    public string Picture => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(SurveyQr.Svg(Address)));

    /// <summary>While answers come in, and nobody is typing into the page.</summary>
    public bool IsLive => Survey?.Standing is SurveyStanding.Open && ToHide is null;

    public SurveyWords? ToHide => Mission.MayHide ? Survey?.Results?.Words.FirstOrDefault(words => words.AnswerId == Hide && words.HiddenReason is null) : null;

    /// <summary>With one decimal, which is as exact as marks are.</summary>
    public static double Rounded(double mean) => Math.Round(mean, 1, MidpointRounding.AwayFromZero);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = new SurveyForm { ClosesOn = Survey?.ClosesOn, ExpectedCount = Survey is null ? Mission.ParticipantCount : Survey.ExpectedCount };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Plan = await getMission.OfCaseAsync(Case.Id, Number, Actor, cancellationToken);
        Mission = await getSurvey.ExecuteAsync(Plan.Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostOpenAsync([FromServices] OpenSurvey openSurvey, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await openSurvey.ExecuteAsync(Plan.Id, new OpenSurveyInput { OpensOn = Input.OpensOn, ExpectedCount = Input.ExpectedCount }, Actor, cancellationToken);
        return Back("Survey.Opened");
    }

    public async Task<IActionResult> OnPostProlongAsync([FromServices] ProlongSurvey prolongSurvey, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var input = new ProlongSurveyInput { ClosesOn = Input.ClosesOn, ExpectedCount = Input.ExpectedCount, Revision = Input.Revision };
        await prolongSurvey.ExecuteAsync(Plan.Id, input, Actor, cancellationToken);
        return Back("Survey.Prolonged");
    }

    public async Task<IActionResult> OnPostCloseAsync([FromServices] CloseSurvey closeSurvey, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await closeSurvey.ExecuteAsync(Plan.Id, Actor, cancellationToken);
        return Back("Survey.WasClosed");
    }

    public async Task<IActionResult> OnPostHideAsync([FromServices] HideWords hideWords, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await hideWords.ExecuteAsync(Plan.Id, new HideWordsInput { AnswerId = Hide ?? Guid.Empty, Reason = Input.Reason }, Actor, cancellationToken);
        return Back("Survey.WordsHidden");
    }

    public async Task<IActionResult> OnPostShowAsync([FromServices] HideWords hideWords, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await hideWords.ShowAsync(Plan.Id, Hide ?? Guid.Empty, Actor, cancellationToken);
        return Back("Survey.WordsShown");
    }

    public async Task<IActionResult> OnGetSheetAsync([FromServices] BuildSurveySheet sheet, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var file = await sheet.ExecuteAsync(Plan.Id, Languages.Current, Actor, cancellationToken);
        return File(file.Bytes, file.ContentType, file.FileName);
    }

    public async Task<IActionResult> OnGetTableAsync([FromServices] ExportSurvey exportSurvey, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var file = await exportSurvey.ExecuteAsync(Plan.Id, Languages.Current, Actor, cancellationToken);
        return File(file, "text/csv; charset=utf-8", $"{Case.Reference} – {T["Survey.FileName", Number]}.csv");
    }

    private LocalRedirectResult Back(string said)
    {
        Flash(said);
        return LocalRedirect(Links.Survey(Case.Reference, Number));
    }

    /// <summary>What is typed in the forms of the page.</summary>
    public sealed record SurveyForm
    {
        public DateOnly? OpensOn { get; init; }

        public DateOnly? ClosesOn { get; init; }

        public int? ExpectedCount { get; init; }

        public string? Reason { get; init; }

        public int Revision { get; init; }
    }
}
