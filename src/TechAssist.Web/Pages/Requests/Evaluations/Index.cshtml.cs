using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.FollowUp;
using TechAssist.Web.Forms;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Evaluations;

/// <summary>Which evaluations of the case are in, what they say side by side, and which are still asked for.</summary>
public sealed class IndexModel(GetEvaluations getEvaluations, FollowOnNeed followOn, StepFormTexts words) : CasePage
{
    public EvaluationsView Evaluations { get; private set; } = null!;

    /// <summary>The questionnaire whose need becomes a request.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    public StepFormTexts Words => words;

    /// <summary>What an after-action note was asked besides its marks has its words with the form.</summary>
    public string Asked(string question) => Messages.All.Has("Question." + question) ? words.Question(question) : words.Label("afterAction", question);

    /// <summary>The kinds of which anything came in, each with its questionnaires.</summary>
    public IEnumerable<IGrouping<EvaluationKind, EvaluationRow>> Given => Evaluations.Given.GroupBy(row => row.Kind).OrderBy(group => group.Key);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        Evaluations = await getEvaluations.ExecuteAsync(Case.Id, Actor, cancellationToken);
    }

    /// <summary>Makes a request of the further need.</summary>
    public async Task<IActionResult> OnPostFollowOnAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        return LocalRedirect(Links.Draft(await followOn.ExecuteAsync(Case.Id, Id, Actor, cancellationToken)));
    }

    /// <summary>What is asked of a kind, and what was asked besides.</summary>
    public static IEnumerable<string> QuestionsOf(IGrouping<EvaluationKind, EvaluationRow> group) =>
        EvaluationQuestions.Of(group.Key).Union(group.SelectMany(row => row.Answers).Select(answer => answer.Question));

    /// <summary>Over its column: the expert an appraisal is about, else who answered.</summary>
    public static string? HeadOf(EvaluationRow row) => row.Kind == EvaluationKind.Appraisal ? row.Expert : row.PersonName;
}
