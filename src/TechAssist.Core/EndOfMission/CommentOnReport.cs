using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>A remark on section 1 to 15, or on the whole (0); with a quote on those words, and then the section is theirs.</summary>
public sealed record CommentOnReportInput([property: Range(0, ReportSections.Most)] int Section, [property: Required, StringLength(4000)] string Text)
{
    public const int MostField = 120;

    public const int MostQuote = 1000;

    public const int MostAround = 80;

    /// <summary>The words it is about, as they stand in the report.</summary>
    [StringLength(MostQuote)]
    public string? Quote { get; init; }

    /// <summary>Where they stand, a camel-case path inside the content; looked for where it is not given.</summary>
    [StringLength(MostField)]
    public string? Field { get; init; }

    /// <summary>What stands before the words, to tell them from the same words elsewhere.</summary>
    [StringLength(MostAround)]
    public string? Before { get; init; }

    [StringLength(MostAround)]
    public string? After { get; init; }
}

/// <summary>Remarks on a report: the secretariat while it reviews, the beneficiary while its comments are asked for.</summary>
public sealed class CommentOnReport(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException"><c>quote-not-found</c>: these words do not stand in the report.</exception>
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

        var readable = isBeneficiary ? report.Content with { Internal = null } : report.Content;
        var passage = Passages.Locate(readable, input);
        InputCheck.ThrowIfInvalid(input, passage is null && Blank.ToNull(input.Quote) is not null ? [new FieldError("quote", "quote-not-found")] : []);
        var now = clock.GetUtcNow().UtcDateTime;
        var section = passage is null ? input.Section : ReportSections.Of(passage.Field);
        var comment = report.Comment(section, input.Text.Trim(), isBeneficiary, actor, now, passage);
        var line = MissionLine.Of("report-commented", report.Mission) with { IsPublic = isBeneficiary };
        await timeline.AddAsync(report.RequestId, line, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return comment.Id;
    }
}
