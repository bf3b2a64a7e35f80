using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts;
using TechAssist.Core.Work;

namespace TechAssist.Core.FollowUp;

/// <summary>What became of one recommendation.</summary>
public sealed record RecommendationProgress(Guid RecommendationId)
{
    [Required]
    public RecommendationStatus? Status { get; init; }

    /// <summary>The recommendation that took its place, where it was superseded.</summary>
    public Guid? SupersededById { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }
}

/// <summary>Six and twelve months later: what became of the recommendations, and after six months what changed.</summary>
public sealed record FollowUpForm : StepForm
{
    /// <summary>The second of the two, in <c>followup.v1.json</c>.</summary>
    private const string TwelveMonthsStep = "followUp12";

    /// <summary>The outcome when nobody answered.</summary>
    internal const string Missing = "missing";

    [JsonIgnore]
    public override IReadOnlyList<string> OutcomesOfTheSystem => [Missing];

    /// <summary>After six months: deliverable by deliverable.</summary>
    [MaxLength(30)]
    public IReadOnlyList<DeliverableUse> Deliverables { get; init; } = [];

    [MaxLength(60)]
    public IReadOnlyList<RecommendationProgress> Recommendations { get; init; } = [];

    [MaxLength(20)]
    public IReadOnlyList<EvaluationAnswer> Answers { get; init; } = [];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome != "submit")
        {
            return;
        }

        var kind = KindOf(answer.Step);
        EvaluationQuestions.Check(kind, Answers, errors);
        if (kind == EvaluationKind.SixMonths)
        {
            await DeliverableUses.CheckAsync(Deliverables, answer, errors, cancellationToken);
        }

        var open = await OpenAsync(answer, cancellationToken);
        for (var index = 0; index < Recommendations.Count; index++)
        {
            if (!open.Exists(row => row.Id == Recommendations[index].RecommendationId))
            {
                errors.Add(new FieldError($"recommendations[{index}].recommendationId", "no-such-recommendation"));
                continue;
            }

            if (Recommendations[index] is { Status: RecommendationStatus.Superseded } said && await SuccessorAsync(said, open, answer, cancellationToken) is null)
            {
                errors.Add(new FieldError($"recommendations[{index}].supersededById", said.SupersededById is null ? "required" : "not-a-choice"));
            }
        }

        foreach (var row in open.Where(row => Recommendations.All(said => said.RecommendationId != row.Id)))
        {
            errors.Add(new FieldError("recommendations", "recommendation-without-status", row.Number));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome != "submit")
        {
            return;
        }

        foreach (var row in await OpenAsync(answer, cancellationToken))
        {
            if (Recommendations.FirstOrDefault(said => said.RecommendationId == row.Id) is { } progress)
            {
                if (progress.Status == RecommendationStatus.Superseded)
                {
                    var successor = (await SuccessorAsync(progress, [row], answer, cancellationToken))!;
                    row.Supersede(successor, Blank.ToNull(progress.Note), answer.By, answer.Now);
                    await answer.SayAsync(await SupersedeRecommendation.LineAsync(answer.Db, row, successor, Blank.ToNull(progress.Note), cancellationToken), cancellationToken);
                    continue;
                }

                row.Note(progress.Status, progress.Note?.Trim(), null, answer.By, answer.Now);
                await answer.SayAsync(RecommendationLine.Of("recommendation-progress", row, progress.Note), cancellationToken);
            }
        }

        var kind = KindOf(answer.Step);
        answer.Db.Evaluations.Add(kind == EvaluationKind.SixMonths
            ? Evaluation.SixMonths(answer.Request.Id, this, answer.By, answer.Now)
            : Evaluation.Of(answer.Request.Id, kind, Answers, Comment, answer.By, answer.Now));
    }

    /// <summary>What may take its place, by the same rule as on its own page. One that is itself said to be superseded here may not.</summary>
    private async Task<Recommendation?> SuccessorAsync(RecommendationProgress said, List<Recommendation> among, StepAnswer answer, CancellationToken cancellationToken) =>
        said.SupersededById is null || Recommendations.Any(other => other.RecommendationId == said.SupersededById && other.Status == RecommendationStatus.Superseded)
            ? null
            : await SupersedeRecommendation.Offered(answer.Db, among.Find(row => row.Id == said.RecommendationId)!, answer.Request, answer.By)
                .SingleOrDefaultAsync(row => row.Id == said.SupersededById, cancellationToken);

    private static Task<List<Recommendation>> OpenAsync(StepAnswer answer, CancellationToken cancellationToken) =>
        answer.Db.Recommendations
            .Where(row => row.RequestId == answer.Request.Id && row.SettledAt == null)
            .OrderBy(row => row.Number)
            .ToListAsync(cancellationToken);

    /// <summary>By the step and not by the day: a case that was closed late is asked what changed before it is asked what lasted.</summary>
    internal static EvaluationKind KindOf(Step step) => step.StepId == TwelveMonthsStep ? EvaluationKind.TwelveMonths : EvaluationKind.SixMonths;
}

/// <summary>The officer closes the case; questionnaires that never came are noted with a word.</summary>
public sealed record ClosingForm : StepForm
{
    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        var there = await answer.Db.Evaluations
            .Where(evaluation => evaluation.RequestId == answer.Request.Id)
            .Select(evaluation => evaluation.Kind)
            .Distinct()
            .ToListAsync(cancellationToken);
        EvaluationKind[] wanted = [EvaluationKind.Beneficiary, EvaluationKind.Expert, EvaluationKind.Appraisal];
        if (wanted.Except(there).Any() && string.IsNullOrWhiteSpace(Comment))
        {
            errors.Add(new FieldError("comment", "missing-evaluations"));
        }
    }
}

/// <summary>After a rapid deployment: what slowed us, what helped, what to change.</summary>
public sealed record AfterActionForm : StepForm
{
    [MaxLength(20)]
    public IReadOnlyList<EvaluationAnswer> Answers { get; init; } = [];

    [Required, StringLength(4000)]
    public string? WhatSlowed { get; init; }

    [StringLength(4000)]
    public string? WhatHelped { get; init; }

    [Required, StringLength(4000)]
    public string? WhatToChange { get; init; }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        EvaluationQuestions.Check(EvaluationKind.AfterAction, Answers, errors);
    }

    public override ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        IReadOnlyList<EvaluationAnswer> said =
        [
            .. Answers,
            new EvaluationAnswer { Question = "whatSlowed", Comment = WhatSlowed },
            new EvaluationAnswer { Question = "whatHelped", Comment = WhatHelped },
            new EvaluationAnswer { Question = "whatToChange", Comment = WhatToChange },
        ];
        answer.Db.Evaluations.Add(Evaluation.Of(answer.Request.Id, EvaluationKind.AfterAction, said, Comment, answer.By, answer.Now));
        return ValueTask.CompletedTask;
    }
}
