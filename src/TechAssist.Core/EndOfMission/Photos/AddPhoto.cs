using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Reports;

namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>What somebody sends as a photo of a report.</summary>
/// <param name="FileName">As the sender calls it.</param>
public sealed record AddPhotoInput(Guid ReportId, string? FileName);

/// <summary>Puts a photo into a report: checked and scanned like every file, made anew without place and camera, at most
/// <see cref="LargestSide"/> points long, and added at the end of the photos. Its caption, consent and place in the text are written
/// with the text. One that is refused leaves its line in the history.</summary>
public sealed class AddPhoto(TechAssistDb db, FileScan scan, FileDocument files, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>How many photos a report holds.</summary>
    public const int MostPhotos = 40;

    public const int LargestSide = 2400;

    /// <summary>Of the small form, for lists.</summary>
    public const int SmallSide = 480;

    private const int Attempts = 5;

    /// <summary>An unpacked picture takes up to 200 MB: one at a time.</summary>
    private static readonly SemaphoreSlim Unpacking = new(1);

    /// <param name="content">Read once, to its end; need not be seekable.</param>
    /// <returns>The id of the photo.</returns>
    /// <exception cref="NotFoundException">No such report, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed, request-closed, report-not-open, too-many-photos.</exception>
    /// <exception cref="InvalidInputException">file: required, file-empty, file-too-large, file-infected, file-not-scanned, photo-heic,
    /// photo-kind-not-taken, photo-not-a-picture, photo-something-else, photo-damaged, photo-too-many-pixels.</exception>
    public async Task<Guid> ExecuteAsync(AddPhotoInput input, Stream content, Actor actor, CancellationToken cancellationToken)
    {
        var report = await FindAsync(input.ReportId, actor, cancellationToken);
        return await RefusedFile.NotedAsync(
            db, timeline, report.RequestId, new TimelineLine("photo-refused"), input.FileName, actor, clock.GetUtcNow().UtcDateTime,
            () => TakeAsync(input, content, actor, cancellationToken), cancellationToken);
    }

    private async Task<EndOfMissionReport> FindAsync(Guid reportId, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        if (report.Status is ReportStatus.Submitted or ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        actor.Require(actor.MayWrite(report));
        report.Mission.Request.RequireRunning();
        return report.Content.Photos.Count < MostPhotos ? report : throw new RuleException("too-many-photos", MostPhotos);
    }

    private async Task<Guid> TakeAsync(AddPhotoInput input, Stream content, Actor actor, CancellationToken cancellationToken)
    {
        var name = SentPhoto.NameOf(input.FileName);
        await using var file = await SpooledFile.TakeAsync(content, AttachDocument.Most, cancellationToken);
        SentPhoto.Check(file.Content);
        await scan.CheckAsync(file.Content, cancellationToken);
        var (picture, small) = await MakeAsync(file, cancellationToken);
        name = Path.ChangeExtension(name, picture.ContentType == "image/png" ? "png" : "jpg");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await KeepAsync(input.ReportId, name, picture, small, actor, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody saved the report meanwhile, or stored the same picture.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<(PictureFile Picture, PictureFile Small)> MakeAsync(SpooledFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Size];
        file.Content.Position = 0;
        await file.Content.ReadExactlyAsync(bytes, cancellationToken);
        await Unpacking.WaitAsync(cancellationToken);
        try
        {
            var picture = PictureFile.Of(bytes, LargestSide);
            return (picture, PictureFile.Of(picture.Bytes, SmallSide));
        }
        catch (PictureException wrong)
        {
            throw wrong.Fault switch
            {
                PictureFault.TooManyPixels => new InvalidInputException("file", "photo-too-many-pixels", PictureFile.MostPixels / 1_000_000),
                PictureFault.Damaged => new InvalidInputException("file", "photo-damaged"),
                _ => new InvalidInputException("file", "photo-not-a-picture"),
            };
        }
        finally
        {
            Unpacking.Release();
        }
    }

    private async Task<Guid> KeepAsync(Guid reportId, string name, PictureFile picture, PictureFile small, Actor actor, CancellationToken cancellationToken)
    {
        var report = await FindAsync(reportId, actor, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var document = await files.AddAsync(
            report.RequestId, DocumentKinds.Photo, name, picture.ContentType, picture.Bytes, null, DocumentAudience.Participants, actor, now, cancellationToken);
        var photo = new PhotoFile(report.Id, document, picture, small, await files.KeepAsync(small.Bytes, cancellationToken), now);
        db.PhotoFiles.Add(photo);
        await db.KeepSaveAsync(report, now, cancellationToken);
        report.Write(report.Content with { Photos = [.. report.Content.Photos, new ReportPhoto { Id = photo.Id }] }, report.Language, actor, now);
        // The requesting side reads of photos in the report, not of each as it comes.
        await timeline.AddAsync(report.RequestId, DocumentLine.Of("photo-added", document) with { IsPublic = false }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return photo.Id;
    }
}
