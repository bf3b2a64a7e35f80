using TechAssist.Core.People;

namespace TechAssist.Core.Work;

/// <summary>Whose a task is: its person's, and meanwhile the substitute's. One that nobody was found for is anybody's who holds
/// the role everywhere. A substitute takes over the tasks of the secretariat, not what the officer is asked in another part.</summary>
internal static class TaskHolder
{
    public static bool IsFor(Guid? personId, Role role, Actor actor) =>
        IsOf(personId, role, actor) || (Roles.Secretariat.Contains(role) && actor.StandsInFor.Any(away => IsOf(personId, role, away)));

    /// <summary>Who answers: the actor, or the actor on behalf of whoever is asked.</summary>
    public static Actor ActingFor(WorkItem item, Actor actor) => actor.ActingWhere(person => IsOf(item.PersonId, item.Role, person));

    private static bool IsOf(Guid? personId, Role role, Actor person) =>
        personId == person.PersonId || (personId is null && (person.Has(role) || Roles.Steering.Any(person.Has)));
}
