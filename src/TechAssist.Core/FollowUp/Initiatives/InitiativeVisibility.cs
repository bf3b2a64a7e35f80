using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Initiatives;

/// <summary>Who sees an initiative: whoever sees its case.</summary>
internal static class InitiativeVisibility
{
    public static IQueryable<ConcreteInitiative> InitiativesVisibleTo(this TechAssistDb db, Actor actor)
    {
        var cases = db.Requests.VisibleTo(actor).Select(request => request.Id);
        return db.Initiatives.Where(row => cases.Contains(row.RequestId));
    }

    /// <summary>To change it: with its case.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public static async Task<ConcreteInitiative> FindInitiativeAsync(this TechAssistDb db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        await db.InitiativesVisibleTo(actor).Include(row => row.Request.Countries).SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw new NotFoundException("The initiative");

    /// <summary>Notes what becomes of it: the secretariat, and the asking side.</summary>
    public static bool MayFollow(this Actor actor, ConcreteInitiative initiative) => actor.IsSecretariat || actor.SpeaksForBeneficiary(initiative.Request);
}
