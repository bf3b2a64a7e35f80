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

/// <summary>Says that a remark was taken care of: the authors of the report, or the secretariat.</summary>
public sealed class ResolveComment(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid reportId, Guid commentId, ResolveCommentInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.IsOnTeam(report.Mission));
        InputCheck.ThrowIfInvalid(input);
        var comment = report.Comments.Find(known => known.Id == commentId) ?? throw new NotFoundException("The comment");
        var now = clock.GetUtcNow().UtcDateTime;
        comment.Resolve(input.Answer?.Trim(), actor, now);
        await timeline.AddAsync(report.RequestId, MissionLine.Of("report-comment-resolved", report.Mission, input.Answer) with { IsPublic = false }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
