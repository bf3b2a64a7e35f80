using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>What somebody may do in one case: the questions every act of a case asks first.</summary>
public static class RolesInCase
{
    /// <summary>Holds the role everywhere, in this case, or in one of its countries.</summary>
    public static bool HoldsIn(this Actor actor, Role role, AssistanceRequest request) =>
        actor.Grants.Any(grant => grant.Role == role
            && (grant.RequestId is null || grant.RequestId == request.Id)
            && (grant.Country is null || request.Countries.Exists(country => country.Country == grant.Country)));

    /// <summary>A focal point who submits a request endorses it for the country by submitting.</summary>
    /// <returns>Whether they speak for one of its countries.</returns>
    internal static bool EndorseFor(this AssistanceRequest request, Actor by, DateTime now)
    {
        var own = request.Countries.Select(row => row.Country).Intersect(by.CountriesFor(Role.FocalPoint)).ToList();
        own.ForEach(country => request.Endorse(country, DateOnly.FromDateTime(now), by.Name, by.PersonId, now));
        return own.Count > 0;
    }

    /// <summary>The case, with its countries, to change what belongs to it.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public static async Task<AssistanceRequest> FindCaseAsync(this TechAssistDb db, Guid requestId, Actor actor, CancellationToken cancellationToken) =>
        await db.Requests.VisibleTo(actor).Include(request => request.Countries).SingleOrDefaultAsync(request => request.Id == requestId, cancellationToken)
        ?? throw new NotFoundException("The request");

    /// <exception cref="RuleException">The actor sees the case but this is not theirs to do.</exception>
    public static void Require(this Actor actor, bool isTheirs)
    {
        if (!isTheirs && !actor.IsSystem)
        {
            throw new RuleException("not-allowed");
        }
    }

    /// <exception cref="RuleException">The actor does not work for the secretariat.</exception>
    public static void RequireSecretariat(this Actor actor) => actor.Require(actor.IsSecretariat);

    /// <exception cref="RuleException">The case is closed, on hold or still a draft.</exception>
    public static void RequireRunning(this AssistanceRequest request)
    {
        if (request.Status != RequestStatus.Open)
        {
            throw new RuleException("not-open");
        }
    }
}
