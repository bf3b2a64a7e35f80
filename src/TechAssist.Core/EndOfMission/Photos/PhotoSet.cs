using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>The photos of one report together.</summary>
internal static class PhotoSet
{
    /// <summary>Refuses a photo that was never sent for this report.</summary>
    /// <exception cref="InvalidInputException">photos[i].id: not-a-choice.</exception>
    public static async Task CheckPhotosAsync(this TechAssistDb db, Guid reportId, ReportContent content, CancellationToken cancellationToken)
    {
        if (content.Photos.Count == 0)
        {
            return;
        }

        var known = await db.PhotoFiles.Where(photo => photo.ReportId == reportId).Select(photo => photo.Id).ToListAsync(cancellationToken);
        var errors = content.Photos.Select((photo, index) => (photo.Id, index)).Where(row => !known.Contains(row.Id))
            .Select(row => new FieldError($"photos[{row.index}].id", "not-a-choice")).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    /// <summary>Two authors who both put the photos into another order may leave one twice.</summary>
    public static ReportContent WithEachPhotoOnce(this ReportContent content) => content with { Photos = [.. content.Photos.DistinctBy(photo => photo.Id)] };

    /// <summary>The pictures, by photo.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StoredPhoto>> ReadPhotosAsync(this TechAssistDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, StoredPhoto>();
        }

        var photos = await (
            from photo in db.PhotoFiles.AsNoTracking()
            join document in db.Documents on photo.DocumentId equals document.Id
            where ids.Contains(photo.Id)
            select new { photo.Id, photo.Width, photo.Height, document.Sha256 }).ToListAsync(cancellationToken);
        var hashes = photos.Select(photo => photo.Sha256).Distinct().ToList();
        var pieces = (await db.DocumentChunks.AsNoTracking().Where(chunk => hashes.Contains(chunk.Sha256)).OrderBy(chunk => chunk.Index).ToListAsync(cancellationToken))
            .ToLookup(chunk => chunk.Sha256, chunk => chunk.Bytes);
        return photos.ToDictionary(photo => photo.Id, photo => new StoredPhoto([.. pieces[photo.Sha256].SelectMany(bytes => bytes)], photo.Width, photo.Height));
    }
}

/// <summary>A picture with its size in picture points.</summary>
public sealed record StoredPhoto(byte[] Bytes, int Width, int Height);
