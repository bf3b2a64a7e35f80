using System.Linq.Expressions;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

/// <summary>Who sees which file: those who see its case, and what is the secretariat's only the secretariat and the auditor.
/// Somebody who reads a case without working on it (committee, administrator, reference country) sees what the process
/// produced, not what others attached. Minutes are read by the side that was asked, a letter to an expert by that expert.</summary>
internal static class DocumentVisibility
{
    public static IQueryable<Document> DocumentsVisibleTo(this TechAssistDb db, Actor actor)
    {
        var cases = db.Requests.VisibleTo(actor);
        var inFull = db.Requests.InFullFor(actor);
        var asking = db.Requests.Where(AskedFor(actor));
        var (seesInternals, onCommittee, personId) = (actor.SeesInternals(), actor.Has(Role.Committee), actor.PersonId);
        return db.Documents.Where(document => document.RemovedAt == null && document.Kind != DocumentKinds.Photo
            && cases.Any(request => request.Id == document.RequestId)
            && (seesInternals
                || (document.Audience == DocumentAudience.Case && document.Kind != "attachment")
                || ((document.Audience == DocumentAudience.Case || document.Audience == DocumentAudience.Participants) && (document.AddedById == personId || inFull.Any(request => request.Id == document.RequestId)))
                || (document.Audience == DocumentAudience.AskingSide && asking.Any(request => request.Id == document.RequestId))
                || (document.Audience == DocumentAudience.Committee && onCommittee)
                || (document.ForExpertId != null && db.Experts.Any(expert => expert.Id == document.ForExpertId && expert.PersonId == personId))));
    }

    /// <summary>The cases for whose asking side the actor speaks: those whose steps ask them.</summary>
    private static Expression<Func<AssistanceRequest, bool>> AskedFor(Actor actor)
    {
        var personId = actor.PersonId;
        var (focalCountries, counterpartCountries) = (actor.CountriesFor(Role.FocalPoint), actor.CountriesFor(Role.Counterpart));
        Guid[] cases =
        [
            .. actor.Grants.Where(grant => grant is { RequestId: not null, Role: Role.Requester or Role.FocalPoint or Role.Counterpart })
                .Select(grant => grant.RequestId!.Value),
        ];
        return request => request.RequesterId == personId || cases.Contains(request.Id)
            || request.Countries.Any(country => focalCountries.Contains(country.Country)) || counterpartCountries.Contains(request.Country!);
    }
}
