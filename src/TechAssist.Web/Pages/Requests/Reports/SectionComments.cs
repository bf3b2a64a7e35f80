using TechAssist.Core.EndOfMission;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The remarks on one section; 0 is the report as a whole.</summary>
/// <param name="Section">0 to 15.</param>
/// <param name="Comments">In the order they were made.</param>
/// <param name="MayComment">The reader may add one.</param>
/// <param name="MayResolve">The reader may say what was done.</param>
/// <param name="IsInForm">Inside the editor, whose form saves the text together with the answer.</param>
public sealed record SectionComments(int Section, IReadOnlyList<CommentRow> Comments, bool MayComment, bool MayResolve, bool IsInForm)
{
    /// <summary>The reader settles remarks, or opens them again.</summary>
    public bool MayReopen { get; private init; }

    /// <summary>What was typed of a remark that was refused; null for the other sections.</summary>
    public CommentForm? Typed { get; private init; }

    /// <summary>By version: what changed since.</summary>
    public required Func<int, string?> ChangesSince { get; init; }

    /// <summary>Id of an input: the error summary leads to those of the remark that was refused.</summary>
    public string Id(string name) => Typed is null ? $"{name}-{Section}" : name;

    public static SectionComments Of(int section, ReportView report, bool isRunning, bool isInForm, CommentStatus? only = null, CommentForm? typed = null) => new(
        section, [.. report.Comments.Where(comment => comment.Section == section && (only is null || comment.Status == only))],
        report.MayComment && isRunning && !isInForm, report.MayResolve, isInForm)
    {
        MayReopen = report.MayReopen && !isInForm,
        Typed = typed?.Section == section ? typed : null,
        ChangesSince = version => version > 0 && version < report.Version
            ? $"{Links.CompareReport(report.Reference ?? "", report.MissionNumber)}?from={version}&to={report.Version}#section-{section}"
            : null,
    };
}
