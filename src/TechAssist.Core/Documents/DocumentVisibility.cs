using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

/// <summary>Who sees which file: those who see its case, and what is the secretariat's only the secretariat and the auditor.
/// Somebody who reads a case without working on it (committee, administrator, reference country) sees what the process
/// produced, not what the country attached.</summary>
internal static class DocumentVisibility
{
    public static IQueryable<Document> DocumentsVisibleTo(this TechAssistDb db, Actor actor)
    {
        var cases = db.Requests.VisibleTo(actor);
        var inFull = db.Requests.InFullFor(actor);
        var seesInternals = actor.SeesInternals();
        return db.Documents.Where(document => document.RemovedAt == null && document.Kind != DocumentKinds.Photo
            && (seesInternals || document.Audience != DocumentAudience.Secretariat)
            && cases.Any(request => request.Id == document.RequestId)
            && ((document.Audience == DocumentAudience.Case && document.Kind != "attachment") || inFull.Any(request => request.Id == document.RequestId)));
    }
}
