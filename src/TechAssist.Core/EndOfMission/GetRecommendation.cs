using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

public sealed record ProgressRow(RecommendationStatus Status, string? Text, string? Evidence, string ByName, DateTime At);

/// <summary>A recommendation with its answer and its history.</summary>
public sealed record RecommendationView(
    Guid Id, Guid RequestId, string? Reference, int Number, LangText Text, RecommendationType Type, string Addressee, RecommendationPriority Priority,
    RecommendationTerm Term, DateOnly DueOn, string? Objective, string? Means, RecommendationStatus Status, BeneficiaryResponse? Response,
    string? ResponseComment, DateTime? RespondedAt, string? RespondedByName, AgeWarning Age, int Revision, IReadOnlyList<ProgressRow> Progress,
    bool MayRespond, bool MayNote)
{
    /// <summary>The request that takes it up.</summary>
    public Guid? FollowOnId { get; init; }

    /// <summary>Null while it is a draft, or to whom it is not shown.</summary>
    public string? FollowOnReference { get; init; }

    public bool IsOpen { get; init; }
}

public sealed class GetRecommendation(TechAssistDb db, TimeProvider clock)
{
    public async Task<RecommendationView> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var row = await db.RecommendationsVisibleTo(actor).AsNoTracking()
            .Include(found => found.Request.Countries).Include(found => found.Notes)
            .AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == id, cancellationToken) ?? throw new NotFoundException("The recommendation");
        var isBeneficiary = actor.SpeaksForBeneficiary(row.Request);
        return new RecommendationView(
            row.Id, row.RequestId, row.Request.Reference, row.Number, row.Text, row.Type, row.Addressee, row.Priority, row.Term, row.DueOn,
            row.Objective, row.Means, row.Status, row.Response, row.ResponseComment, row.RespondedAt, row.RespondedByName,
            row.AgeOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), row.Revision,
            [.. row.Notes.OrderByDescending(note => note.At).Select(note => new ProgressRow(note.Status, note.Text, note.Evidence, note.ByName, note.At))],
            isBeneficiary, isBeneficiary || actor.IsSecretariat)
        {
            FollowOnId = row.FollowOnId,
            FollowOnReference = row.FollowOnId is null ? null
                : await db.Requests.VisibleTo(actor).Where(request => request.Id == row.FollowOnId).Select(request => request.Reference).SingleOrDefaultAsync(cancellationToken),
            IsOpen = row.IsOpen,
        };
    }
}
