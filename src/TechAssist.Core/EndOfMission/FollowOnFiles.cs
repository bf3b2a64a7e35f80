using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>Puts the files that everybody of a case reads to the request that goes on from it: the same bytes, under the same names.</summary>
internal static class FollowOnFiles
{
    public static async Task AddAsync(TechAssistDb db, AssistanceRequest original, AssistanceRequest draft, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var files = await db.DocumentsVisibleTo(by)
            .Where(document => document.RequestId == original.Id && document.Audience == DocumentAudience.Case)
            .OrderBy(document => document.AddedAt).ThenBy(document => document.Id)
            .ToListAsync(cancellationToken);
        foreach (var file in files.DistinctBy(file => file.Sha256))
        {
            db.Documents.Add(Document.Of(draft.Id, DocumentKinds.Attachment, file.FileName, file.ContentType, file.Size, file.Sha256, file.Language, DocumentAudience.Case, by, now));
        }
    }
}
