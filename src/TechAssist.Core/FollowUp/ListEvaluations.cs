using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp;

public sealed record EvaluationRow(
    Guid Id, EvaluationKind Kind, string PersonName, DateTime SubmittedAt, IReadOnlyList<EvaluationAnswer> Answers, string? Comment, Suitability? Suitability);

/// <summary>The questionnaires of a case: all of them for the secretariat and the auditor, their own for everybody else.</summary>
public sealed class ListEvaluations(TechAssistDb db)
{
    public async Task<IReadOnlyList<EvaluationRow>> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.Requests.VisibleTo(actor).AnyAsync(request => request.Id == requestId, cancellationToken))
        {
            throw new NotFoundException("The request");
        }

        var seesAll = actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor);
        var personId = actor.PersonId;
        return await db.Evaluations.AsNoTracking()
            .Where(evaluation => evaluation.RequestId == requestId && (seesAll || evaluation.PersonId == personId))
            .OrderBy(evaluation => evaluation.SubmittedAt).ThenBy(evaluation => evaluation.Id)
            .Take(100)
            .Select(evaluation => new EvaluationRow(
                evaluation.Id, evaluation.Kind, evaluation.PersonName, evaluation.SubmittedAt, evaluation.Answers, evaluation.Comment, evaluation.Suitability))
            .ToListAsync(cancellationToken);
    }
}
