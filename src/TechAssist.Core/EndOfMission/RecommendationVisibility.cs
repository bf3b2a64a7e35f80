using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>Who sees a recommendation: whoever sees its case, but reference countries.</summary>
internal static class RecommendationVisibility
{
    public static IQueryable<Recommendation> RecommendationsVisibleTo(this TechAssistDb db, Actor actor)
    {
        // Which of them a reference country may read, the public version of the report says.
        if (actor.Grants.Count > 0 && actor.Grants.All(grant => grant.Role == Role.ReferenceCountry))
        {
            return db.Recommendations.Where(row => false);
        }

        var cases = db.Requests.VisibleTo(actor).Select(request => request.Id);
        return db.Recommendations.Where(row => cases.Contains(row.RequestId));
    }

    /// <summary>To change it: with its case.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public static async Task<Recommendation> FindRecommendationAsync(this TechAssistDb db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        await db.RecommendationsVisibleTo(actor).Include(row => row.Request.Countries).SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw new NotFoundException("The recommendation");

    /// <summary>Speaks for the asking side in this case.</summary>
    public static bool SpeaksForBeneficiary(this Actor actor, AssistanceRequest request) =>
        request.RequesterId == actor.PersonId || actor.HoldsIn(Role.FocalPoint, request) || actor.HoldsIn(Role.Counterpart, request)
        || actor.HoldsIn(Role.Requester, request);
}
