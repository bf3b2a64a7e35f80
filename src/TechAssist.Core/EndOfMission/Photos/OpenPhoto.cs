using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>A picture to be shown; dispose of <paramref name="Content"/> after reading.</summary>
public sealed record OpenedPhoto(string ContentType, string Sha256, Stream Content);

/// <summary>Opens a photo of a report that an actor may read, whole or small.</summary>
public sealed class OpenPhoto(TechAssistDb db)
{
    /// <exception cref="NotFoundException">No such photo, not the actor's to see, or kept to the house for want of a consent.</exception>
    public async Task<OpenedPhoto> ExecuteAsync(Guid requestId, int missionNumber, Guid photoId, bool isSmall, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.ReportsVisibleTo(actor).AsNoTracking()
            .Include(found => found.Mission.Members).ThenInclude(member => member.Expert)
            .SingleOrDefaultAsync(found => found.RequestId == requestId && found.Mission.Number == missionNumber, cancellationToken)
            ?? throw new NotFoundException("The report");
        var stored = await (
            from photo in db.PhotoFiles
            join document in db.Documents on photo.DocumentId equals document.Id
            where photo.Id == photoId && photo.ReportId == report.Id
            select new { photo.SmallSha256, photo.SmallSize, photo.SmallType, document.Sha256, document.Size, document.ContentType })
            .SingleOrDefaultAsync(cancellationToken);
        var isShown = actor.ReadsAllOf(report.Mission) || actor.PhotosFor(report, report.Content, report.Content).Any(photo => photo.Id == photoId);
        if (stored is null || !isShown)
        {
            throw new NotFoundException("The photo");
        }

        return isSmall
            ? new OpenedPhoto(stored.SmallType, stored.SmallSha256, new StoredFile(db, stored.SmallSha256, stored.SmallSize))
            : new OpenedPhoto(stored.ContentType, stored.Sha256, new StoredFile(db, stored.Sha256, stored.Size));
    }
}
