using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>A new draft with everything of an ended request, so that a refused one can be mended and submitted again.
/// Promises and a day that has passed are not copied: they must be given anew.</summary>
public sealed class CopyRequest(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such request, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-closed, not-allowed.</exception>
    public async Task<AssistanceRequest> ExecuteAsync(string reference, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var original = await db.Requests.VisibleTo(by).SingleOrDefaultAsync(row => row.Reference == reference, cancellationToken)
            ?? throw new NotFoundException("The request");
        if (original.Status != RequestStatus.Closed)
        {
            throw new RuleException("not-closed");
        }

        var today = DateOnly.FromDateTime(now);
        var content = original.Content with
        {
            Commitments = new Commitments(),
            LatestOn = original.Content.LatestOn > today ? original.Content.LatestOn : null,
            Periods = [.. original.Content.Periods.Where(period => period.From > today)],
        };
        SaveDraft.RefuseUnlessMayAsk(content, by);
        var copy = AssistanceRequest.StartDraft(content, by, now, original.Id);
        db.Requests.Add(copy);
        await timeline.AddAsync(original.Id, new TimelineLine("copied") { IsPublic = true }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return copy;
    }
}
