using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.FollowUp;

/// <summary>An appraisal as the expert it is about reads it.</summary>
public sealed record AppraisalRow(
    Guid Id, string? Reference, LangText Title, DateTime SubmittedAt, IReadOnlyList<EvaluationAnswer> Answers, string? Comment, string? Remark, DateTime? RemarkedAt)
{
    /// <summary>1 to 5; null where no mark was given.</summary>
    public double? Mean => Answers.Average(answer => (double?)answer.Score);
}

/// <summary>What the secretariat said of the expert who reads, the latest first.</summary>
public sealed class ListAppraisals(TechAssistDb db)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<AppraisalRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) => await db.Evaluations.AsNoTracking()
        .Where(evaluation => evaluation.Kind == EvaluationKind.Appraisal && evaluation.Expert!.PersonId == actor.PersonId)
        .OrderByDescending(evaluation => evaluation.SubmittedAt).ThenBy(evaluation => evaluation.Id)
        .Take(Most)
        .Join(db.Requests, evaluation => evaluation.RequestId, request => request.Id, (evaluation, request) => new AppraisalRow(
            evaluation.Id, request.Reference, new LangText(request.TitleFr, request.TitleEn), evaluation.SubmittedAt, evaluation.Answers, evaluation.Comment,
            evaluation.Remark, evaluation.RemarkedAt))
        .ToListAsync(cancellationToken);
}
