using TechAssist.Core.EndOfMission;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The remarks on one section; 0 is the report as a whole.</summary>
/// <param name="Section">0 to 15.</param>
/// <param name="Comments">In the order they were made.</param>
/// <param name="MayComment">The reader may add one.</param>
/// <param name="MayResolve">The reader may say what was done.</param>
/// <param name="IsInForm">Inside the editor, whose form saves the text together with the answer.</param>
public sealed record SectionComments(int Section, IReadOnlyList<CommentRow> Comments, bool MayComment, bool MayResolve, bool IsInForm)
{
    public static SectionComments Of(int section, ReportView report, bool isRunning, bool isInForm) => new(
        section, [.. report.Comments.Where(comment => comment.Section == section)], report.MayComment && isRunning && !isInForm,
        report.MayResolve, isInForm);
}
