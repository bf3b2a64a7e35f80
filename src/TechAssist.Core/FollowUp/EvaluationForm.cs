using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.FollowUp;

/// <summary>What the officer says of one expert. The expert reads the marks and the comment, not the suitability.</summary>
public sealed record ExpertAppraisal(Guid ExpertId)
{
    [MaxLength(20)]
    public IReadOnlyList<EvaluationAnswer> Answers { get; init; } = [];

    /// <summary>Would the secretariat send this expert again?</summary>
    [Required]
    public Suitability? Suitability { get; init; }

    [StringLength(4000)]
    public string? Comment { get; init; }
}

/// <summary>The questionnaire after the mission; which one follows from the role in which somebody answers.</summary>
public sealed record EvaluationForm : StepForm
{
    [JsonIgnore]
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["missing"];

    /// <summary>What the beneficiary or an expert answers.</summary>
    [MaxLength(20)]
    public IReadOnlyList<EvaluationAnswer> Answers { get; init; } = [];

    /// <summary>What the officer says, expert by expert.</summary>
    [MaxLength(40)]
    public IReadOnlyList<ExpertAppraisal> Appraisals { get; init; } = [];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome != "submit")
        {
            return;
        }

        var kind = EvaluationQuestions.KindFor(answer.Item.Role);
        if (kind != EvaluationKind.Appraisal)
        {
            EvaluationQuestions.Check(kind, Answers, errors);
            return;
        }

        CheckAppraisals(await TeamAsync(answer.Db, answer.Request.Id, cancellationToken), errors);
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome != "submit")
        {
            return;
        }

        var kind = EvaluationQuestions.KindFor(answer.Item.Role);
        if (kind != EvaluationKind.Appraisal)
        {
            answer.Db.Evaluations.Add(Evaluation.Of(answer.Request.Id, kind, Answers, Comment, answer.By, answer.Now));
            return;
        }

        foreach (var expert in await TeamAsync(answer.Db, answer.Request.Id, cancellationToken))
        {
            var said = Appraisals.First(appraisal => appraisal.ExpertId == expert.Id);
            answer.Db.Evaluations.Add(Evaluation.Appraisal(answer.Request.Id, said, answer.By, answer.Now));
            expert.Assess(said.Suitability!.Value, expert.StaffNote, answer.Now);
        }
    }

    private void CheckAppraisals(IReadOnlyList<Expert> team, List<FieldError> errors)
    {
        for (var index = 0; index < Appraisals.Count; index++)
        {
            var (said, path) = (Appraisals[index], $"appraisals[{index}]");
            if (team.All(expert => expert.Id != said.ExpertId))
            {
                errors.Add(new FieldError(path, "appraisal-not-on-team"));
            }

            EvaluationQuestions.Check(EvaluationKind.Appraisal, said.Answers, errors, path + ".");
            if (said.Suitability == Suitability.NotAssessed)
            {
                errors.Add(new FieldError(path + ".suitability", "required"));
            }
        }

        errors.AddRange(team.Where(expert => Appraisals.All(said => said.ExpertId != expert.Id))
            .Select(expert => new FieldError("appraisals", "appraisal-missing", expert.Name)));
    }

    /// <summary>Whoever was sent and stayed.</summary>
    private static Task<List<Expert>> TeamAsync(TechAssistDb db, Guid requestId, CancellationToken cancellationToken) => db.Experts
        .Where(expert => db.Nominations.Any(nomination =>
            nomination.ExpertId == expert.Id && nomination.RequestId == requestId && nomination.Status == NominationStatus.Confirmed))
        .OrderBy(expert => expert.SortName).ThenBy(expert => expert.Id)
        .ToListAsync(cancellationToken);
}
