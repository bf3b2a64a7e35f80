using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Cases;

/// <summary>Somebody with a part in a case. <paramref name="Email"/> is there for those who work on it.</summary>
public sealed record CaseMember(string Name, Role Role, string? Email);

/// <summary>Who has a part in a case. Experts are named to those who may read their names.</summary>
public sealed class ListCasePeople(TechAssistDb db, CasePeople people)
{
    private static readonly string[] Shown = ["requester", "focalPoint", "counterpart", "caseOfficer", "expert"];

    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public async Task<IReadOnlyList<CaseMember>> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).VisibleTo(actor)
            .SingleOrDefaultAsync(row => row.Id == requestId, cancellationToken) ?? throw new NotFoundException("The request");
        var isWorkedOn = request.IsWorkedOnBy(actor) || actor.SeesInternals();
        var found = new List<CaseMember>();
        foreach (var audience in Shown)
        {
            // An officer nobody has named yet is every officer: that says nothing of this case.
            if ((audience == "caseOfficer" && request.CaseOfficerId is null) || (audience == "expert" && !ExpertNames.MayRead(actor)))
            {
                continue;
            }

            found.AddRange((await people.FindAsync([audience], request, null, cancellationToken))
                .Select(person => new CaseMember(person.Name, person.Role, isWorkedOn ? person.Email : null)));
        }

        return found;
    }
}
