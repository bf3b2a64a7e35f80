using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>What the pages of one case say on top, and what they are prefilled from.</summary>
public sealed record CaseHead(Guid Id, string Reference, RequestStatus Status, RequestContent Content)
{
    public bool IsRunning => Status == RequestStatus.Open;
}

/// <summary>A submitted case by its reference.</summary>
public sealed class GetCaseHead(TechAssistDb db)
{
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public async Task<CaseHead> ExecuteAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        await db.Requests.VisibleTo(actor).AsNoTracking()
            .Where(request => request.Reference == reference)
            .Select(request => new CaseHead(request.Id, request.Reference!, request.Status, request.Content))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException("The request");
}
