using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Correspondence;

/// <summary>Somebody who reads messages of a case.</summary>
/// <param name="IsSecretariat">Reads internal ones too.</param>
public sealed record MessageReader(Guid Id, string Name, string Email, string Language, bool IsSecretariat);

/// <summary>Who can be named in a message of a case.</summary>
public sealed class MessagePeople(TechAssistDb db)
{
    /// <summary>Those who read messages of the case, without the actor. Outside the secretariat nobody is shown its staff, save the
    /// case officer.</summary>
    public async Task<IReadOnlyList<MessageReader>> FindAsync(AssistanceRequest request, Actor actor, CancellationToken cancellationToken)
    {
        Role[] staff = [.. Roles.Secretariat];
        List<string> countries = [.. request.Countries.Select(row => row.Country)];
        var (requestId, requester, author) = (request.Id, request.RequesterId, request.CreatedById);
        var people = await db.People.AsNoTracking()
            .Where(person => person.IsActive && person.Id != actor.PersonId
                && (person.Id == requester || person.Id == author || person.Roles.Any(held =>
                    held.RequestId == requestId
                    || (held.RequestId == null && held.Country == null && staff.Contains(held.Role))
                    || (held.RequestId == null && held.Role == Role.FocalPoint && countries.Contains(held.Country!)))))
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new MessageReader(
                person.Id, person.Name, person.Email!, person.Language,
                person.Roles.Any(held => held.RequestId == null && held.Country == null && staff.Contains(held.Role))))
            .ToListAsync(cancellationToken);
        return actor.IsSecretariat ? people : people.FindAll(person => !person.IsSecretariat || person.Id == request.CaseOfficerId);
    }
}
