using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Requests;

/// <summary>A request as its author writes it.</summary>
/// <param name="IsDraft">False for a request that was submitted, and perhaps given back.</param>
/// <param name="TaskId">The task by which it was given back.</param>
/// <param name="MayWrite">The actor may change the text now.</param>
/// <param name="SavedFrom">The opened page it was last saved from.</param>
public sealed record DraftView(
    Guid Id, string? Reference, bool IsDraft, Guid? TaskId, bool MayWrite, RequestContent Content, int Revision, DateTime SavedAt, string SavedByName, string? SavedFrom)
{
    /// <summary>What is still missing or wrong before it can be submitted.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>The draft with what it still lacks. A request given back is measured against the day of its submission, as it was then.</summary>
public sealed class GetDraft(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such draft, or not the actor's to know.</exception>
    public async Task<DraftView> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw new NotFoundException("The draft");
        if (request.IsDraft && !actor.Could(person => request.CreatedById == person.PersonId))
        {
            throw new NotFoundException("The draft");
        }

        var taskId = request.IsDraft ? null : await Rewriting.TaskAsync(db, id, actor, cancellationToken);
        var day = DateOnly.FromDateTime(request.SubmittedAt ?? clock.GetUtcNow().UtcDateTime);
        var rules = new RequestRules(await reference.GetAsync(cancellationToken));
        return new DraftView(
            id, request.Reference, request.IsDraft, taskId, request.IsDraft || taskId is not null, request.Content, request.Revision, request.SavedAt, request.SavedByName, request.SavedFrom)
        {
            Errors =
            [
                .. InputCheck.Check(request.Content), .. rules.Check(request.Content, day),
                .. request.IsDraft ? await LetterScan.MissingAsync(db, request, cancellationToken) : [],
            ],
        };
    }
}
