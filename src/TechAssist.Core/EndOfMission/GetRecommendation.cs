using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

public sealed record ProgressRow(RecommendationStatus Status, string? Text, string? Evidence, string ByName, DateTime At)
{
    /// <summary>The file that shows it, for those who may open it.</summary>
    public EvidenceRow? File { get; init; }
}

public sealed record EvidenceRow(Guid Id, string FileName, long Size);

/// <summary>Another recommendation, by its case and number.</summary>
public sealed record RecommendationReference(Guid Id, string? Reference, int Number);

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

    public DateTime? VerifiedAt { get; init; }

    public string? VerifiedByName { get; init; }

    /// <summary>Said to be implemented, and for this reader to confirm.</summary>
    public bool MayVerify { get; init; }

    /// <summary>What took its place, where this reader sees it.</summary>
    public RecommendationReference? SupersededBy { get; init; }

    /// <summary>Whoever answers for it, for those who may write to them.</summary>
    public ProgressOwner? Owner { get; init; }

    public bool AreRemindersOff { get; init; }

    public DateOnly? NextReminderOn { get; init; }
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
        var mayNote = isBeneficiary || actor.IsSecretariat;
        var files = await FilesAsync(row, actor, cancellationToken);
        return new RecommendationView(
            row.Id, row.RequestId, row.Request.Reference, row.Number, row.Text, row.Type, row.Addressee, row.Priority, row.Term, row.DueOn,
            row.Objective, row.Means, row.Status, row.Response, row.ResponseComment, row.RespondedAt, row.RespondedByName,
            row.AgeOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), row.Revision,
            [.. row.Notes.OrderByDescending(note => note.At).Select(note => new ProgressRow(note.Status, note.Text, note.Evidence, note.ByName, note.At) { File = files.Find(file => file.Id == note.DocumentId) })],
            isBeneficiary, mayNote)
        {
            FollowOnId = row.FollowOnId,
            FollowOnReference = row.FollowOnId is null ? null
                : await db.Requests.VisibleTo(actor).Where(request => request.Id == row.FollowOnId).Select(request => request.Reference).SingleOrDefaultAsync(cancellationToken),
            IsOpen = row.IsOpen,
            VerifiedAt = row.VerifiedAt,
            VerifiedByName = row.VerifiedByName,
            MayVerify = row.AwaitsVerification && VerifyRecommendation.May(actor, row),
            SupersededBy = row.SupersededById is null ? null
                : await db.RecommendationsVisibleTo(actor).Where(other => other.Id == row.SupersededById)
                    .Select(other => new RecommendationReference(other.Id, other.Request.Reference, other.Number)).SingleOrDefaultAsync(cancellationToken),
            Owner = mayNote ? row.Owner : null,
            AreRemindersOff = row.AreRemindersOff,
            NextReminderOn = mayNote ? row.NextReminderOn : null,
        };
    }

    private async Task<List<EvidenceRow>> FilesAsync(Recommendation row, Actor actor, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. row.Notes.Select(note => note.DocumentId).OfType<Guid>()];
        return ids.Count == 0 ? [] : await db.DocumentsVisibleTo(actor).Where(document => ids.Contains(document.Id))
            .Select(document => new EvidenceRow(document.Id, document.FileName, document.Size)).ToListAsync(cancellationToken);
    }
}
