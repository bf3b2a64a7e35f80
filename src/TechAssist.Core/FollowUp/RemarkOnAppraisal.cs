using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.FollowUp;

public sealed record RemarkOnAppraisalInput
{
    public const int MostRemark = 2000;

    [Required, StringLength(MostRemark)]
    public string? Remark { get; init; }
}

/// <summary>The expert says something to the own appraisal: it stands beside it from then on. The marks do not change.</summary>
public sealed class RemarkOnAppraisal(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Absent, or about somebody else.</exception>
    public async Task ExecuteAsync(Guid appraisalId, RemarkOnAppraisalInput input, Actor actor, CancellationToken cancellationToken)
    {
        var appraisal = await db.Evaluations.Include(evaluation => evaluation.Expert)
            .SingleOrDefaultAsync(
                evaluation => evaluation.Id == appraisalId && evaluation.Kind == EvaluationKind.Appraisal && evaluation.Expert!.PersonId == actor.PersonId, cancellationToken)
            ?? throw new NotFoundException("The appraisal");
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        appraisal.Answer(input.Remark!.Trim(), now);
        await timeline.AddAsync(appraisal.RequestId, ExpertLine.Of("appraisal-remark", appraisal.Expert!), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
