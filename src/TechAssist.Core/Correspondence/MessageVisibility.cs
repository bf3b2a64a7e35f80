using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Correspondence;

/// <summary>Who reads which message: those who see the case in full, and what is internal only the secretariat and the auditor.</summary>
internal static class MessageVisibility
{
    public static IQueryable<CaseMessage> MessagesVisibleTo(this TechAssistDb db, Actor actor)
    {
        var inFull = db.Requests.InFullFor(actor).Where(request => request.Status != RequestStatus.Draft);
        var seesInternals = actor.SeesInternals();
        return db.CaseMessages.Where(message => (seesInternals || !message.IsInternal) && inFull.Any(request => request.Id == message.RequestId));
    }
}
