using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Board;

/// <summary>Who can be chosen on the board: everybody who is or was the officer of a case. For the secretariat and the auditor.</summary>
public sealed class ListBoardOfficers(TechAssistDb db)
{
    public async Task<IReadOnlyList<BoardOfficer>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.SeesInternals());
        return await db.People.AsNoTracking().Where(person => db.Requests.Any(request => request.CaseOfficerId == person.Id))
            .OrderBy(person => person.Name).Select(person => new BoardOfficer(person.Id, person.Name)).ToListAsync(cancellationToken);
    }
}
