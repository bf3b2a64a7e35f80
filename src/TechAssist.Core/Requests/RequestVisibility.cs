using TechAssist.Core.People;

namespace TechAssist.Core.Requests;

/// <summary>Who sees which request: the only place that says so (domain process 4.5). Every query starts here.</summary>
public static class RequestVisibility
{
    /// <summary>The requests that exist for this actor. A draft is its author's; a restricted case is kept from the
    /// committee and the administrator; reference countries see what was closed and may be published.</summary>
    public static IQueryable<AssistanceRequest> VisibleTo(this IQueryable<AssistanceRequest> requests, Actor actor)
    {
        var personId = actor.PersonId;
        var seesAll = actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor);
        if (seesAll)
        {
            Guid[] authors = [personId, .. actor.StandsInFor.Select(away => away.PersonId)];
            return requests.Where(request => request.Status != RequestStatus.Draft || authors.Contains(request.CreatedById));
        }

        var focalCountries = actor.CountriesFor(Role.FocalPoint);
        var counterpartCountries = actor.CountriesFor(Role.Counterpart);
        var seesPortfolio = actor.Has(Role.Committee) || actor.Has(Role.Administrator);
        var seesPublished = seesPortfolio || actor.Grants.Any(grant => grant.Role == Role.ReferenceCountry);
        Guid[] cases = [.. actor.Grants.Where(grant => grant.RequestId is not null).Select(grant => grant.RequestId!.Value)];
        return requests.Where(request =>
            request.CreatedById == personId
            || request.RequesterId == personId
            || (request.Status != RequestStatus.Draft
                && (cases.Contains(request.Id)
                    || request.Countries.Any(country => focalCountries.Contains(country.Country))
                    // The steps of a case ask the counterparts of its lead country.
                    || counterpartCountries.Contains(request.Country!)
                    || (seesPortfolio && request.Confidentiality != Confidentiality.Restricted)
                    || (seesPublished && request.Status == RequestStatus.Closed && request.Confidentiality == Confidentiality.Public))));
    }

    /// <summary>Of those, the requests that the actor sees with everything in them: names of contacts, attachments. Whoever
    /// only looks at the portfolio (committee, administrator, reference country) is not among them.</summary>
    public static IQueryable<AssistanceRequest> InFullFor(this IQueryable<AssistanceRequest> requests, Actor actor)
    {
        if (actor.SeesInternals())
        {
            return requests.VisibleTo(actor);
        }

        var personId = actor.PersonId;
        var focalCountries = actor.CountriesFor(Role.FocalPoint);
        Guid[] cases = [.. actor.Grants.Where(grant => grant.RequestId is not null).Select(grant => grant.RequestId!.Value)];
        return requests.Where(request =>
            request.CreatedById == personId
            || request.RequesterId == personId
            || (request.Status != RequestStatus.Draft
                && (cases.Contains(request.Id) || request.Countries.Any(country => focalCountries.Contains(country.Country)))));
    }

    /// <summary>Whether the actor reads what is internal to the secretariat: staff labels, internal lines, its documents.</summary>
    public static bool SeesInternals(this Actor actor) => actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor);

    /// <summary>Whether the actor has a part in the case and may add to it: the secretariat, its author and requester, the focal
    /// points of its countries, and whoever holds a role in it. Needs its countries loaded.</summary>
    public static bool IsWorkedOnBy(this AssistanceRequest request, Actor actor) =>
        actor.IsSystem
        || actor.Could(person => request.CreatedById == person.PersonId)
        || request.RequesterId == actor.PersonId
        || (!request.IsDraft
            && (actor.IsSecretariat
                || actor.Grants.Any(grant => grant.RequestId == request.Id)
                || request.Countries.Exists(country => actor.CountriesFor(Role.FocalPoint).Contains(country.Country))));
}
