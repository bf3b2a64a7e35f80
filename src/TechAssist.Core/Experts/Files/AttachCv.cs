using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Files;

/// <summary>A new CV in the place of the one before. The expert's act, or the secretariat's.</summary>
public sealed class AttachCv(TechAssistDb db, FileScan scan, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>The largest CV, in bytes.</summary>
    public const long Most = CvStore.Most;

    /// <summary>"pdf, docx, odt", for hints.</summary>
    public static string Names => CvStore.Names;

    /// <exception cref="InvalidInputException">file: required, cv-not-a-document, file-empty, file-too-large, file-not-what-it-says.</exception>
    public async Task ExecuteAsync(Guid expertId, SentFile file, Actor actor, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.VisibleTo(actor).SingleOrDefaultAsync(found => found.Id == expertId, cancellationToken)
            ?? throw new NotFoundException("The expert");
        actor.Require(actor.IsSecretariat || expert.PersonId == actor.PersonId);
        var now = clock.GetUtcNow().UtcDateTime;
        var refused = ExpertLine.Of("expert-cv-refused", expert);
        await RefusedFile.NotedAsync(db, timeline, null, refused, file.FileName, actor, now, () => CvStore.TakeAsync(db, scan, expertId, file, now, async _ =>
        {
            await timeline.AddAsync(null, ExpertLine.Of("expert-cv", expert), actor, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken), cancellationToken);
    }
}
