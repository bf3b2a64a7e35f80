using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Review;

public sealed record ReopenCommentInput
{
    /// <summary>What is still missing.</summary>
    [Required, StringLength(4000)]
    public string? Text { get; init; }
}

/// <summary>An answer does not do: the remark is open again. The secretariat's act.</summary>
public sealed class ReopenComment(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>report-not-open</c>: the report is published.</exception>
    public async Task ExecuteAsync(Guid reportId, Guid commentId, ReopenCommentInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat);
        var comment = report.Comments.Find(known => known.Id == commentId) ?? throw new NotFoundException("The comment");
        if (report.Status == ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        comment.Reply(input.Text!.Trim(), CommentStatus.Open, actor, now);
        var line = MissionLine.Of("report-comment-reopened", report.Mission, input.Text) with { IsPublic = false };
        await timeline.AddAsync(report.RequestId, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
