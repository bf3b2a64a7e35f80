using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts;

/// <summary>Who sees a nomination: the secretariat, and the expert from the invitation on.</summary>
internal static class NominationVisibility
{
    public static IQueryable<Nomination> VisibleTo(this IQueryable<Nomination> nominations, Actor actor)
    {
        if (actor.IsSystem || actor.IsSecretariat)
        {
            return nominations;
        }

        var personId = actor.PersonId;
        return nominations.Where(nomination => nomination.Expert.PersonId == personId && nomination.InvitedAt != null);
    }

    /// <summary>To change it: with the case and the expert.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public static async Task<Nomination> FindNominationAsync(this TechAssistDb db, Guid nominationId, Actor actor, CancellationToken cancellationToken) =>
        await db.Nominations.VisibleTo(actor)
            .Include(nomination => nomination.Expert).ThenInclude(expert => expert.Person)
            .Include(nomination => nomination.Request.Countries)
            .Include(nomination => nomination.Call)
            .SingleOrDefaultAsync(nomination => nomination.Id == nominationId, cancellationToken)
        ?? throw new NotFoundException("The nomination");
}
