using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.FollowUp;

/// <summary>A questionnaire that came in.</summary>
/// <param name="PersonName">Who answered; null where the reader is not told.</param>
/// <param name="Expert">Whom an appraisal is about.</param>
/// <param name="Suitability">For the secretariat and the auditor only.</param>
public sealed record EvaluationRow(
    Guid Id, EvaluationKind Kind, string? PersonName, DateTime SubmittedAt, IReadOnlyList<EvaluationAnswer> Answers, string? Comment, string? Expert,
    Suitability? Suitability, string? Remark)
{
    internal IReadOnlyList<DeliverableUse> Uses { get; init; } = [];

    /// <summary>What became of the deliverables, each with its title in the terms.</summary>
    public IReadOnlyList<UsedDeliverable> Deliverables { get; init; } = [];

    /// <summary>A further need was said, and this reader may make a request of it.</summary>
    public bool MayFollowOn { get; init; }

    /// <summary>The request that takes it up.</summary>
    public Guid? FollowOnId { get; init; }

    /// <summary>Its number, once it is submitted and where the reader sees it.</summary>
    public string? FollowOnReference { get; init; }
}

/// <summary>One deliverable in a questionnaire.</summary>
/// <param name="FileName">Of the file that shows it; null where there is none for this reader.</param>
public sealed record UsedDeliverable(LangText Title, DeliverableUse Said, string? FileName);

/// <summary>One that is asked for.</summary>
public sealed record AwaitedEvaluation(EvaluationKind Kind, string? PersonName, Role Role, DateTime? DueAt, TimeZoneInfo Zone, bool IsLate, Guid StepRowId);

/// <summary>What participants say of one mission.</summary>
public sealed record SurveyRow(int Mission, SurveyStanding? Standing, int AnswerCount, decimal? Mean);

/// <summary>The evaluations of a case as one reader sees them.</summary>
/// <param name="SixMonthsOn">When the follow-up is asked for, while that lies ahead.</param>
public sealed record EvaluationsView(
    IReadOnlyList<SurveyRow> Surveys, IReadOnlyList<EvaluationRow> Given, IReadOnlyList<AwaitedEvaluation> Awaited, DateOnly? SixMonthsOn, DateOnly? TwelveMonthsOn);

/// <summary>Which evaluations of a case are in, from whom, and which are still asked for. The secretariat and the auditor see all; the
/// asking side its own side's; an expert the own ones, and the own appraisal.</summary>
public sealed class GetEvaluations(TechAssistDb db, GetSurvey getSurvey, TimeProvider clock)
{
    private static readonly EvaluationKind[] OfAskingSide = [EvaluationKind.Beneficiary, EvaluationKind.SixMonths, EvaluationKind.TwelveMonths];

    private static readonly string[] Forms = ["evaluation", StepForms.FollowUp, "afterAction"];

    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public async Task<EvaluationsView> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        var speaks = actor.SpeaksForBeneficiary(request);
        if (!actor.SeesInternals() && !speaks && !await IsExpertOfAsync(requestId, actor, cancellationToken))
        {
            throw new NotFoundException("The evaluations");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var missions = await db.Missions.AsNoTracking().Where(mission => mission.RequestId == requestId).OrderBy(mission => mission.Number)
            .Select(mission => new { mission.Id, mission.Number, mission.ActualEndOn }).ToListAsync(cancellationToken);
        var surveys = new List<SurveyRow>();
        foreach (var mission in missions)
        {
            if (await getSurvey.GlanceAsync(mission.Id, actor, cancellationToken) is { } glance)
            {
                surveys.Add(new SurveyRow(mission.Number, glance.Standing, glance.AnswerCount, glance.Mean));
            }
        }

        var lastOn = missions.Max(mission => mission.ActualEndOn);
        var given = await GivenAsync(requestId, speaks, actor, cancellationToken);
        return new EvaluationsView(
            surveys, given, await AwaitedAsync(requestId, speaks, now, actor, cancellationToken),
            Ahead(lastOn?.AddMonths(6), now), Ahead(lastOn?.AddMonths(12), now));
    }

    private static DateOnly? Ahead(DateOnly? day, DateTime now) => day > DateOnly.FromDateTime(now) ? day : null;

    private Task<bool> IsExpertOfAsync(Guid requestId, Actor actor, CancellationToken cancellationToken) => db.Nominations.AnyAsync(
        nomination => nomination.RequestId == requestId && nomination.Expert.PersonId == actor.PersonId && nomination.Status == NominationStatus.Confirmed, cancellationToken);

    private async Task<IReadOnlyList<EvaluationRow>> GivenAsync(Guid requestId, bool speaks, Actor actor, CancellationToken cancellationToken)
    {
        var (seesAll, personId) = (actor.SeesInternals(), actor.PersonId);
        var rows = await db.Evaluations.AsNoTracking()
            .Where(evaluation => evaluation.RequestId == requestId)
            .Where(evaluation => seesAll || evaluation.PersonId == personId || evaluation.Expert!.PersonId == personId || (speaks && OfAskingSide.Contains(evaluation.Kind)))
            .OrderBy(evaluation => evaluation.SubmittedAt).ThenBy(evaluation => evaluation.Id)
            .Take(100)
            .Select(evaluation => new EvaluationRow(
                evaluation.Id, evaluation.Kind, seesAll || evaluation.Kind != EvaluationKind.Appraisal ? evaluation.PersonName : null, evaluation.SubmittedAt,
                evaluation.Answers, evaluation.Comment, evaluation.Expert!.Name, seesAll ? evaluation.Suitability : null, evaluation.Remark)
            {
                Uses = evaluation.Deliverables,
                FollowOnId = evaluation.FollowOnId,
                MayFollowOn = (speaks || actor.IsSecretariat) && evaluation.Kind == EvaluationKind.SixMonths,
            })
            .ToListAsync(cancellationToken);
        return await WithTitlesAsync(requestId, rows, actor, cancellationToken);
    }

    private async Task<IReadOnlyList<EvaluationRow>> WithTitlesAsync(Guid requestId, List<EvaluationRow> rows, Actor actor, CancellationToken cancellationToken)
    {
        if (rows.TrueForAll(row => row.Uses.Count == 0 && !row.MayFollowOn))
        {
            return rows;
        }

        var titles = (await db.ApprovedTermsAsync(requestId, cancellationToken))?.Deliverables.Select(deliverable => deliverable.Title).ToList() ?? [];
        var files = rows.SelectMany(row => row.Uses).Select(use => use.DocumentId).OfType<Guid>().ToList();
        var names = await db.DocumentsVisibleTo(actor).Where(document => document.RequestId == requestId && files.Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => document.FileName, cancellationToken);
        var taken = rows.Select(row => row.FollowOnId).OfType<Guid>().ToList();
        var follow = await db.Requests.VisibleTo(actor).Where(request => taken.Contains(request.Id)).ToDictionaryAsync(request => request.Id, request => request.Reference, cancellationToken);
        return
        [
            .. rows.Select(row => row with
            {
                FollowOnReference = row.FollowOnId is { } submitted ? follow.GetValueOrDefault(submitted) : null,
                // Somebody else's draft is nobody's to open.
                MayFollowOn = row.MayFollowOn && (row.FollowOnId is not { } begun || follow.ContainsKey(begun)) && row.Answers.Any(answer => answer.Question == EvaluationQuestions.FurtherNeed && !string.IsNullOrWhiteSpace(answer.Comment)),
                Deliverables =
                [
                    .. row.Uses.Select(use => new UsedDeliverable(
                        titles.ElementAtOrDefault(use.Number - 1) ?? new LangText(), use, use.DocumentId is { } file ? names.GetValueOrDefault(file) : null)),
                ],
            }),
        ];
    }

    private async Task<IReadOnlyList<AwaitedEvaluation>> AwaitedAsync(
        Guid requestId, bool speaks, DateTime now, Actor actor, CancellationToken cancellationToken)
    {
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Step)
            .Where(item => item.RequestId == requestId && item.ClosedAt == null && Forms.Contains(item.Step.Form))
            .OrderBy(item => item.DueAt).Take(100)
            .ToListAsync(cancellationToken);
        var ids = items.Select(item => item.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return
        [
            .. items.Select(item => (Item: item, Kind: KindOf(item)))
                .Where(row => actor.SeesInternals() || row.Item.PersonId == actor.PersonId || (speaks && OfAskingSide.Contains(row.Kind)))
                .Select(row => new AwaitedEvaluation(
                    row.Kind, row.Item.PersonId is { } id ? names.GetValueOrDefault(id) : null, row.Item.Role, row.Item.DueAt, row.Item.Step.Zone, row.Item.DueAt < now, row.Item.StepRowId)),
        ];
    }

    private static EvaluationKind KindOf(WorkItem item) => item.Step.Form switch
    {
        "evaluation" => EvaluationQuestions.KindFor(item.Role),
        StepForms.FollowUp => FollowUpForm.KindOf(item.Step),
        _ => EvaluationKind.AfterAction,
    };
}
