using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>What was typed so far, with the revision it was typed on.</summary>
public sealed record SaveReportInput(ReportContent Content, string Language, int Revision)
{
    /// <summary>Fields in two languages, by path, of which the writer says that both say the same.</summary>
    public IReadOnlyList<string> UpToDate { get; init; } = [];
}

/// <summary>Where the text stands after saving; the next save carries this revision.</summary>
/// <param name="Id">The report.</param>
/// <param name="Revision">Of the text as it stands now.</param>
/// <param name="SavedAt">When, UTC.</param>
/// <param name="IsMerged">Somebody else had saved meanwhile: the text holds more than what was sent.</param>
public sealed record SavedReport(Guid Id, int Revision, DateTime SavedAt, bool IsMerged);

/// <summary>Keeps a report as typed, complete or not: its authors while it is with them, the secretariat once it was accepted. What
/// somebody else saved meanwhile is put together with it; where both changed the same words, both texts are kept
/// (<see cref="EndOfMissionReport.Conflicts"/>). Leaves no history line: the versions do.</summary>
public sealed class SaveReport(TechAssistDb db, TimeProvider clock)
{
    /// <summary>Several saves may meet; each one that loses the race looks at what won.</summary>
    private const int Attempts = 5;

    /// <exception cref="RuleException"><c>report-not-open</c>: it is with its reviewers, or published.</exception>
    public async Task<SavedReport> ExecuteAsync(Guid reportId, SaveReportInput input, Actor actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SaveAsync(reportId, input, actor, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<SavedReport> SaveAsync(Guid reportId, SaveReportInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        if (report.Status is ReportStatus.Submitted or ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        actor.Require(actor.MayWrite(report));
        report.Mission.Request.RequireRunning();
        InputCheck.ThrowIfInvalid(input.Content, input.Language is "fr" or "en" ? [] : [new FieldError("language", "french-or-english")]);
        await db.CheckPhotosAsync(report.Id, input.Content, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        if (input.UpToDate.Count > 0)
        {
            report.Compare(ReportTranslations.Marked(input.Content, report.Translations, input.UpToDate));
        }

        if (report.Revision == input.Revision)
        {
            await db.KeepSaveAsync(report, now, cancellationToken);
            report.Write(input.Content, input.Language, actor, now);
            await db.SaveChangesAsync(cancellationToken);
            return new SavedReport(report.Id, report.Revision, report.SavedAt, IsMerged: false);
        }

        var origin = await db.BaseOfAsync(report, input.Revision, cancellationToken);
        var (content, clashes) = MergeReports.Of(origin.Content, input.Content, report.Content);
        content = content.WithEachPhotoOnce();
        InputCheck.ThrowIfInvalid(content);
        await db.KeepSaveAsync(report, now, cancellationToken);
        report.Write(content, input.Language == origin.Language ? report.Language : input.Language, actor, now);
        report.Contest(clashes, actor, now);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedReport(report.Id, report.Revision, report.SavedAt, IsMerged: true);
    }
}
