using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp.Initiatives;
using TechAssist.Core.Missions;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.EndOfMission;

/// <summary>A form of a step about the report of the step's mission.</summary>
public abstract record ReportStepForm : StepForm
{
    protected static Task<EndOfMissionReport?> FindAsync(StepWork work, CancellationToken cancellationToken) =>
        work.Db.Reports.Include(report => report.Mission).Include(report => report.Comments)
            .AsSplitQuery()
            .SingleOrDefaultAsync(report => report.MissionId == work.Step.MissionId, cancellationToken);

    protected static async Task<EndOfMissionReport> ReportAsync(StepAnswer answer, CancellationToken cancellationToken) =>
        await FindAsync(answer, cancellationToken) ?? throw new NotFoundException("The report");

    /// <param name="isLast">It is published next, in both languages.</param>
    protected static async Task CheckGateAsync(StepWork work, bool isLast, List<FieldError> errors, CancellationToken cancellationToken)
    {
        var report = await FindAsync(work, cancellationToken);
        if (report is null)
        {
            errors.Add(new FieldError("report", "report-missing"));
            return;
        }

        if (report.Conflicts.Count > 0)
        {
            errors.Add(new FieldError("report.conflicts", "conflict-open", report.Conflicts.Count));
        }

        var terms = await work.Db.ApprovedTermsAsync(work.Request.Id, cancellationToken);
        var today = DateOnly.FromDateTime(work.Now);
        var faults = isLast
            ? OpenRemarks.Of(report).Concat(ReportRules.CheckAll(report.Content, report.Language, terms, today))
            : ReportRules.Check(report.Content, report.Language, terms, today);
        errors.AddRange(faults.Select(error => error with { Field = "report." + error.Field }));
    }

    protected static async Task SayAsync(StepAnswer answer, string kind, EndOfMissionReport report, string? reason, bool isPublic, CancellationToken cancellationToken) =>
        await answer.SayAsync(MissionLine.Of(kind, report.Mission, reason) with { IsPublic = isPublic }, cancellationToken);
}

/// <summary>The expert hands the report in; it passes the quality gate.</summary>
public sealed record ReportForm : ReportStepForm
{
    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        await CheckWorkAsync(answer, errors, cancellationToken);
    }

    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken) =>
        await CheckGateAsync(work, isLast: false, errors, cancellationToken);

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(answer, cancellationToken);
        await answer.Db.KeepSaveAsync(report, answer.Now, cancellationToken);
        report.Submit(answer.By, answer.Now);
        await SayAsync(answer, "report-submitted", report, null, isPublic: true, cancellationToken);
    }
}

/// <summary>The secretariat accepts the report, or returns it with comments on its sections.</summary>
public sealed record ReportReviewForm : ReportStepForm
{
    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        var report = await FindAsync(answer, cancellationToken);
        if (answer.Outcome == "return" && (report is null || report.Comments.TrueForAll(comment => comment.Status != CommentStatus.Open)))
        {
            errors.Add(new FieldError("comments", "return-needs-comment"));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(answer, cancellationToken);
        await answer.Db.KeepSaveAsync(report, answer.Now, cancellationToken);
        if (answer.Outcome == "return")
        {
            report.Return();
            await SayAsync(answer, "report-returned", report, Comment, isPublic: false, cancellationToken);
            return;
        }

        report.Accept(answer.Now);
        // What the authors answered is agreed to with the text.
        report.Comments.FindAll(comment => comment.Status == CommentStatus.Answered)
            .ForEach(comment => comment.Reply(null, CommentStatus.Resolved, answer.By, answer.Now));
        await SayAsync(answer, "report-accepted", report, Comment, isPublic: true, cancellationToken);
    }
}

/// <summary>The beneficiary agrees with the report, or comments. Silence is agreement.</summary>
public sealed record ReportCommentsForm : ReportStepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["comment"];

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(answer, cancellationToken);
        if (answer.Outcome == "comment")
        {
            report.Comment(0, Comment!.Trim(), isFromBeneficiary: true, answer.By, answer.Now);
        }

        var kind = answer.Outcome == "comment" ? "report-commented" : "report-agreed";
        await SayAsync(answer, kind, report, null, isPublic: true, cancellationToken);
    }
}

/// <summary>The officer publishes the report; its recommendations and initiatives become records.</summary>
public sealed record ReportFinalForm : ReportStepForm
{
    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        await CheckWorkAsync(answer, errors, cancellationToken);
    }

    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken) =>
        await CheckGateAsync(work, isLast: true, errors, cancellationToken);

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(answer, cancellationToken);
        await answer.Db.DropSavesAsync(report, cancellationToken);
        report.Publish(answer.By, answer.Now);
        var number = await answer.Db.Recommendations.CountAsync(known => known.RequestId == report.RequestId, cancellationToken);
        foreach (var text in report.Content.Recommendations)
        {
            answer.Db.Recommendations.Add(Recommendation.From(report, text, ++number, answer.Now));
        }

        await InitiativesOfReport.AddAsync(answer.Db, report, answer.Now, cancellationToken);
        await SayAsync(answer, "report-published", report, Comment, isPublic: true, cancellationToken);
    }
}
