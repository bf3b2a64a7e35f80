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
            return requests.Where(request => request.Status != RequestStatus.Draft || request.CreatedById == personId);
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
}
