using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>A request that came as a letter is registered with a copy of the letter (domain data-model 3.1). Programs attach it after
/// the submission, so that this is asked of drafts only.</summary>
internal static class LetterScan
{
    public static async Task<IReadOnlyList<FieldError>> MissingAsync(TechAssistDb db, AssistanceRequest draft, CancellationToken cancellationToken)
    {
        var isThere = draft.Content.Channel != RequestChannel.Letter
            || await db.Documents.AnyAsync(document => document.RequestId == draft.Id && document.RemovedAt == null, cancellationToken);
        return isThere ? [] : [new FieldError("attachments", "scan-required")];
    }
}
