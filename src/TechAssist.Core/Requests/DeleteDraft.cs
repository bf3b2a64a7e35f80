using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>Its author throws a draft away, with what was attached to it. A submitted request is withdrawn, not deleted.</summary>
public sealed class DeleteDraft(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such draft, or not the actor's.</exception>
    /// <exception cref="RuleException">already-submitted.</exception>
    public async Task ExecuteAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        var request = await db.Requests.Include(row => row.Countries).VisibleTo(by)
            .SingleOrDefaultAsync(row => row.Id == id && row.CreatedById == by.PersonId, cancellationToken)
            ?? throw new NotFoundException("The draft");
        if (!request.IsDraft)
        {
            throw new RuleException("already-submitted");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var document in await db.Documents.Where(document => document.RequestId == id).ToListAsync(cancellationToken))
        {
            document.Remove(now);
        }

        db.Requests.Remove(request);
        await timeline.AddAsync(null, new TimelineLine("draft-deleted") { Values = new Dictionary<string, string> { ["request"] = id.ToString() } }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
