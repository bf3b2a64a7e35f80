using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>Who may write the text of a request: the author of a draft; of a submitted one, whoever it was given back to.</summary>
internal static class Rewriting
{
    /// <summary>Forms of the steps while which the text may be changed.</summary>
    private static readonly string[] Forms = ["revision", "revisionReopening"];

    /// <summary>The open task by which the request was given back to this person; null when there is none.</summary>
    public static Task<Guid?> TaskAsync(TechAssistDb db, Guid requestId, Actor by, CancellationToken cancellationToken) =>
        db.WorkItems
            .Where(item => item.RequestId == requestId && item.PersonId == by.PersonId && item.ClosedAt == null && Forms.Contains(item.Step.Form))
            .Select(item => (Guid?)item.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
