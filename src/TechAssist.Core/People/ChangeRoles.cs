using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>An administrator says which roles a person holds from now on. Roles held in single cases stay as they are.</summary>
public sealed class ChangeRoles(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid personId, RolesInput input, Actor by, CancellationToken cancellationToken)
    {
        Administrators.ThrowIfNotOne(by);
        InputCheck.ThrowIfInvalid(input, input.Check("roles"));
        var person = await db.People.Include(person => person.Roles).SingleOrDefaultAsync(person => person.Id == personId, cancellationToken)
            ?? throw new NotFoundException("The person");
        var wanted = input.Grants().ToHashSet();
        if (!wanted.Contains((Role.Administrator, null)))
        {
            Administrators.ThrowIfOwn(personId, by);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var held = person.Roles.Where(role => role.RequestId is null).ToList();
        var (taken, given) = Difference(held, wanted);
        if (taken.Count == 0 && given.Count == 0)
        {
            return;
        }

        db.RoleAssignments.RemoveRange(taken);
        db.RoleAssignments.AddRange(given.Select(grant => person.Grant(grant.Role, now, grant.Country)));
        await timeline.AddAsync(null, new TimelineLine("roles-changed")
        {
            Values = new Dictionary<string, string> { ["person"] = person.Name, ["roles"] = input.ToString() },
        }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static (List<RoleAssignment> Taken, List<(Role Role, string? Country)> Given) Difference(
        List<RoleAssignment> held, HashSet<(Role Role, string? Country)> wanted) => (
            held.FindAll(role => !wanted.Contains((role.Role, role.Country))),
            [.. wanted.Where(grant => !held.Exists(role => (role.Role, role.Country) == grant))]);
}
