using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Initiatives;

public sealed record InitiativeNoteRow(InitiativeStatus Status, string Text, string ByName, DateTime At);

/// <summary>An initiative with its history.</summary>
public sealed record InitiativeView(
    Guid Id, Guid RequestId, string Reference, int MissionNumber, string? Country, int Number, string Language, string Title, string? Description, string? Lead,
    string? Partners, string? CostRange, string? NextStep, string? Objective, InitiativeStatus Status, DateTime CreatedAt, int Revision,
    IReadOnlyList<InitiativeNoteRow> Notes, bool MayFollow)
{
    /// <summary>The request that takes it up.</summary>
    public Guid? FollowOnId { get; init; }

    /// <summary>Null while it is a draft, or to whom it is not shown.</summary>
    public string? FollowOnReference { get; init; }
}

public sealed class GetInitiative(TechAssistDb db)
{
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public async Task<InitiativeView> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var row = await db.InitiativesVisibleTo(actor).AsNoTracking().Include(found => found.Request.Countries).Include(found => found.Notes).AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == id, cancellationToken) ?? throw new NotFoundException("The initiative");
        var mission = await db.Missions.Where(found => found.Id == row.MissionId).Select(found => found.Number).SingleAsync(cancellationToken);
        return new InitiativeView(
            row.Id, row.RequestId, row.Request.Reference!, mission, row.Request.Country, row.Number, row.Language, row.Title, row.Description, row.Lead, row.Partners,
            row.CostRange, row.NextStep, row.Objective, row.Status, row.CreatedAt, row.Revision,
            [.. row.Notes.OrderByDescending(note => note.At).Select(note => new InitiativeNoteRow(note.Status, note.Text, note.ByName, note.At))],
            actor.MayFollow(row))
        {
            FollowOnId = row.FollowOnId,
            FollowOnReference = row.FollowOnId is null ? null
                : await db.Requests.VisibleTo(actor).Where(request => request.Id == row.FollowOnId).Select(request => request.Reference).SingleOrDefaultAsync(cancellationToken),
        };
    }
}
