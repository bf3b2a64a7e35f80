using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

public sealed record ResolveCommentInput
{
    /// <summary>What was done about it, or why not.</summary>
    [StringLength(4000)]
    public string? Answer { get; init; }
}

/// <summary>Says that a remark was taken care of. The authors answer it with that; it is then the reviewers' to resolve, or to open again
/// (<see cref="Review.ReopenComment"/>).</summary>
public sealed class ResolveComment(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>comment-resolved</c>: it is settled already.</exception>
    public async Task ExecuteAsync(Guid reportId, Guid commentId, ResolveCommentInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.IsOnTeam(report.Mission));
        InputCheck.ThrowIfInvalid(input);
        var comment = report.Comments.Find(known => known.Id == commentId) ?? throw new NotFoundException("The comment");
        if (comment.Status == CommentStatus.Resolved)
        {
            throw new RuleException("comment-resolved");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        comment.Reply(input.Answer?.Trim(), actor.IsSecretariat ? CommentStatus.Resolved : CommentStatus.Answered, actor, now);
        await timeline.AddAsync(report.RequestId, MissionLine.Of(actor.IsSecretariat ? "report-comment-resolved" : "report-comment-answered", report.Mission, input.Answer) with { IsPublic = false }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
