using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Word;

/// <param name="Units">Camel-case paths of the places to take in; the others stay as they are.</param>
public sealed record TakeWordReportInput(IReadOnlyList<string> Units);

/// <summary>Takes what its sender chose from a text from Word into the report, by way of <see cref="SaveReport"/>: what others wrote in the
/// portal meanwhile stays, and where both changed the same words both texts are kept.</summary>
public sealed class TakeWordReport(TechAssistDb db, SaveReport saveReport, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">The upload is absent, forgotten, or somebody else's.</exception>
    /// <exception cref="InvalidInputException">units: word-nothing-chosen; places of the content that are too long or too many.</exception>
    public async Task<SavedReport> ExecuteAsync(Guid reportId, Guid uploadId, TakeWordReportInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        var upload = await db.WordUploadOfAsync(report, uploadId, actor, cancellationToken);
        var origin = await db.BaseOfAsync(report, upload.Revision, cancellationToken);
        if (!WordUnits.Changed(origin.Content, upload.Content).Intersect(input.Units).Any())
        {
            throw new InvalidInputException("units", "word-nothing-chosen");
        }

        var content = WordUnits.Take(origin.Content, upload.Content, input.Units.ToHashSet());
        var saved = await saveReport.ExecuteAsync(report.Id, new SaveReportInput(content, origin.Language, upload.Revision), actor, cancellationToken);
        // Saving tries again when it meets another; the line is written once it is through. To take the same in twice changes nothing.
        var line = MissionLine.Of("report-word-taken", report.Mission) with { IsPublic = false };
        var values = new Dictionary<string, string>(line.Values) { ["file"] = upload.FileName };
        await timeline.AddAsync(report.RequestId, line with { Values = values }, actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
