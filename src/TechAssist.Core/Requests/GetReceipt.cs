using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Requests;

/// <summary>What happens next in a case, in the words of the requesting side, and until when.</summary>
public sealed record NextStep(Guid Id, LangText Label, DateTime? DueAt, TimeZoneInfo Zone);

public sealed record Receipt(Guid Id, string Reference, RequestContent Content, DateTime SubmittedAt, bool IsEndorsed, IReadOnlyList<NextStep> Next);

/// <summary>The confirmation that a request was received.</summary>
public sealed class GetReceipt(TechAssistDb db, WorkflowCatalog workflows)
{
    /// <exception cref="NotFoundException">No such request, not submitted yet, or not the actor's to know.</exception>
    public async Task<Receipt> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().VisibleTo(actor)
            .SingleOrDefaultAsync(row => row.Id == id && row.Status != RequestStatus.Draft, cancellationToken)
            ?? throw new NotFoundException("The request");
        var steps = await db.Steps.AsNoTracking()
            .Where(step => step.RequestId == id && step.ClosedAt == null)
            .Select(step => new { step.Id, step.Run.Definition, step.Run.Version, step.StepId, step.DueAt, step.Due })
            .ToListAsync(cancellationToken);
        return new Receipt(
            id, request.Reference!, request.Content, request.SubmittedAt!.Value, request.EndorsedAt is not null,
            [.. steps.OrderBy(step => step.DueAt ?? DateTime.MaxValue).Select(step => new NextStep(
                step.Id, Label(step.Definition, step.Version, step.StepId), step.DueAt, TimeZoneInfo.FindSystemTimeZoneById(step.Due?.TimeZone ?? TimeZoneInfo.Utc.Id))).DistinctBy(step => step.Label)]);
    }

    private LangText Label(string definition, int version, string stepId)
    {
        var step = workflows.Get(definition, version).FindStep(stepId);
        return new LangText(step?.LabelRequesterFr, step?.LabelRequesterEn);
    }
}
