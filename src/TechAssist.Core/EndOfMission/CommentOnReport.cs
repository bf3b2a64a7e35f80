using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>A remark on section 1 to 15, or on the whole (0).</summary>
public sealed record CommentOnReportInput([property: Range(0, 15)] int Section, [property: Required, StringLength(4000)] string Text);

/// <summary>Remarks on a report: the secretariat while it reviews, the beneficiary while its comments are asked for.</summary>
public sealed class CommentOnReport(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task<Guid> ExecuteAsync(Guid reportId, CommentOnReportInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        var request = report.Mission.Request;
        var isBeneficiary = !actor.IsSecretariat && actor.SpeaksForBeneficiary(request);
        actor.Require(actor.IsSecretariat || (isBeneficiary && report.Status == ReportStatus.Accepted));
        request.RequireRunning();
        if (report.Status is ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        var comment = report.Comment(input.Section, input.Text.Trim(), isBeneficiary, actor, now);
        var line = MissionLine.Of("report-commented", report.Mission) with { IsPublic = isBeneficiary };
        await timeline.AddAsync(report.RequestId, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return comment.Id;
    }
}
