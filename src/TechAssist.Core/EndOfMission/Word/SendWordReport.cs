using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>A report comes back from Word. It is read and kept beside the report, to be looked at; nothing of the report changes yet.
/// A file that is not taken leaves its line in the history.</summary>
public sealed class SendWordReport(TechAssistDb db, FileScan scan, TimelineWriter timeline, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public const long Most = WordPackage.Most;

    /// <exception cref="RuleException">report-not-open, request-closed.</exception>
    /// <exception cref="InvalidInputException">file: required, word-not-docx, word-macros, word-protected, word-damaged, word-embedded,
    /// word-outside, word-swells, word-other-report, word-no-place, file-empty, file-too-large, file-not-what-it-says, file-infected,
    /// file-not-scanned.</exception>
    public async Task<Guid> ExecuteAsync(Guid reportId, SentFile file, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        if (report.Status is ReportStatus.Submitted or ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        actor.Require(actor.MayWrite(report));
        report.Mission.Request.RequireRunning();
        var now = clock.GetUtcNow().UtcDateTime;
        var refused = MissionLine.Of("report-word-refused", report.Mission) with { IsPublic = false };
        return await RefusedFile.NotedAsync(
            db, timeline, report.RequestId, refused, file.FileName, actor, now, () => TakeAsync(report, file, actor, now, cancellationToken), cancellationToken);
    }

    private async Task<Guid> TakeAsync(EndOfMissionReport report, SentFile sent, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var name = CheckName(sent);
        await using var file = await SpooledFile.TakeAsync(sent.Content, Most, cancellationToken);
        if (file.Size == 0)
        {
            throw new InvalidInputException("file", "file-empty");
        }

        WordPackage.Check(file.Content);
        if (!FileKind.ByName(name)!.IsSeenIn(file.Content))
        {
            throw new InvalidInputException("file", "word-damaged");
        }

        await scan.CheckAsync(file.Content, cancellationToken);
        var upload = await ReadAsync(report, name, file.Content, actor, now, cancellationToken);
        var oldest = now.AddDays(-WordUpload.KeptDays);
        await db.WordUploads.Where(known => known.At < oldest || (known.ReportId == report.Id && known.PersonId == actor.PersonId)).ExecuteDeleteAsync(cancellationToken);
        db.WordUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload.Id;
    }

    private async Task<WordUpload> ReadAsync(EndOfMissionReport report, string name, Stream file, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var mark = ReportInWord.MarkOf(file);
        if (mark is { } found && found.ReportId != report.Id)
        {
            throw new InvalidInputException("file", "word-other-report");
        }

        var origin = mark is { Revision: var made } ? await db.SaveOfAsync(report, made, cancellationToken) : null;
        var revision = origin is null ? report.Revision : mark!.Value.Revision;
        var language = mark?.Language ?? report.Language;
        var input = new WordFormInput(report.Id, revision, language) { Objectives = await reference.WordOptionsAsync(language, cancellationToken) };
        return WordUpload.Of(report.Id, actor, name, revision, origin is null, ReportInWord.Read(file, origin?.Content ?? report.Content, input), now);
    }

    private static string CheckName(SentFile sent)
    {
        if (string.IsNullOrWhiteSpace(sent.FileName))
        {
            throw new InvalidInputException("file", "required");
        }

        var name = FileName.Clean(sent.FileName) ?? "";
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".docx" when sent.ContentType?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true => throw new InvalidInputException("file", "word-macros"),
            ".docx" when FileKind.ByName(name)!.Allows(sent.ContentType) => name,
            ".docx" => throw new InvalidInputException("file", "file-not-what-it-says", "docx"),
            ".docm" or ".dotm" => throw new InvalidInputException("file", "word-macros"),
            ".doc" => throw new InvalidInputException("file", "word-protected"),
            _ => throw new InvalidInputException("file", "word-not-docx"),
        };
    }
}
