using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>What was typed so far, with the revision it was typed on.</summary>
public sealed record SaveReportInput(ReportContent Content, string Language, int Revision);

/// <summary>Where the text stands after saving; the next save carries this revision.</summary>
public sealed record SavedReport(Guid Id, int Revision, DateTime SavedAt);

/// <summary>Keeps a report as typed, complete or not: its authors while it is with them, the secretariat once it was accepted.
/// Leaves no history line: the versions do.</summary>
public sealed class SaveReport(TechAssistDb db, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>stale</c>: somebody saved meanwhile; <c>report-not-open</c>: it is with its reviewers, or published.</exception>
    public async Task<SavedReport> ExecuteAsync(Guid reportId, SaveReportInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        if (report.Status is ReportStatus.Submitted or ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        actor.Require(actor.MayWrite(report));
        report.Mission.Request.RequireRunning();
        InputCheck.ThrowIfInvalid(input.Content, input.Language is "fr" or "en" ? [] : [new FieldError("language", "french-or-english")]);
        if (report.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        report.Write(input.Content, input.Language, actor, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedReport(report.Id, report.Revision, report.SavedAt);
    }
}
