using TechAssist.Core.People;

namespace TechAssist.Core.Experts;

/// <summary>Who sees which expert: the secretariat and the auditor all of them, everybody else only themselves.
/// A requesting side reads about the experts put forward to it through the nomination, never through the roster.</summary>
public static class ExpertVisibility
{
    public static IQueryable<Expert> VisibleTo(this IQueryable<Expert> experts, Actor actor)
    {
        if (actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor))
        {
            return experts;
        }

        var personId = actor.PersonId;
        return experts.Where(expert => expert.PersonId == personId);
    }
}
