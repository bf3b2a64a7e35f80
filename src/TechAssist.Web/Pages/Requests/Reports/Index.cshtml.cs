using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The report as a text, with the remarks on its sections.</summary>
public sealed class IndexModel(GetReport getReport, GetMission getMission, StartReport startReport, CommentOnReport commentOnReport, ResolveComment resolveComment)
    : ReportPage(getReport, getMission)
{
    /// <summary>An earlier text, by its number.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    protected override int? ShownVersion => Version;

    /// <summary>The section a remark is on.</summary>
    [BindProperty]
    public int Section { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The remark that was taken care of.</summary>
    [BindProperty]
    public Guid Comment { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public ReportContent Body => Report!.Content;

    public bool MayStart => Report is null && Case.IsRunning && (Actor.IsSecretariat || Task is { Form: "report" })
        && Mission.Status is not (MissionStatus.Planned or MissionStatus.Postponed or MissionStatus.Cancelled);

    public SectionComments CommentsOn(int section) => SectionComments.Of(section, Report!, Case.IsRunning, isInForm: false);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await startReport.ExecuteAsync(Mission.Id, null, Actor, cancellationToken);
        return LocalRedirect(Actor.IsSecretariat ? Links.Report(Case.Reference, Number) : Links.EditReport(Case.Reference, Number));
    }

    public async Task<IActionResult> OnPostCommentAsync(CancellationToken cancellationToken)
    {
        var report = await FindAsync(cancellationToken);
        await commentOnReport.ExecuteAsync(report.Id, new CommentOnReportInput(Section, Text ?? ""), Actor, cancellationToken);
        Flash("Report.CommentDone");
        return Redirect(Links.Report(Case.Reference, Number) + $"#section-{Section}");
    }

    public async Task<IActionResult> OnPostResolveAsync(CancellationToken cancellationToken)
    {
        var report = await FindAsync(cancellationToken);
        await resolveComment.ExecuteAsync(report.Id, Comment, new ResolveCommentInput { Answer = Answer }, Actor, cancellationToken);
        Flash("Report.ResolveDone");
        return Redirect(Links.Report(Case.Reference, Number) + $"#comment-{Comment}");
    }

    private async Task<ReportView> FindAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Report ?? throw new NotFoundException("The report");
    }
}
