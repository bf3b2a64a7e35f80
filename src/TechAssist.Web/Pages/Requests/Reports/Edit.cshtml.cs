using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>Writes the report, section by section. What is typed is kept by itself; remarks are answered beside their section.</summary>
public sealed class EditModel(GetReport getReport, GetMission getMission, SaveReport saveReport, ResolveComment resolveComment, ListDocuments listDocuments)
    : ReportPage(getReport, getMission)
{
    [BindProperty]
    public ReportContent Input { get; set; } = new();

    /// <summary>The language the report is written in.</summary>
    [BindProperty]
    public string Language { get; set; } = "fr";

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The revision somebody else saved meanwhile, over which the writer saves knowingly.</summary>
    [BindProperty]
    public int? Over { get; set; }

    /// <summary>The remark that was taken care of, with the text that is saved.</summary>
    [BindProperty]
    public Guid? Resolve { get; set; }

    [BindProperty]
    public Dictionary<Guid, string?> Answers { get; set; } = [];

    /// <summary>The case's files, for the deliverables.</summary>
    public IReadOnlyList<Choice> Files { get; private set; } = [];

    public bool IsStale => Request.Method == HttpMethods.Post && Revision != Report!.Revision;

    public IReadOnlyList<Choice> Languages => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    public SectionComments CommentsOn(int section) => SectionComments.Of(section, Report!, Case.IsRunning, isInForm: true);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MayWrite)
        {
            return LocalRedirect(Links.Report(Case.Reference, Number));
        }

        Input = Report!.Content with { Training = Report.Content.Training ?? new TrainingData(), Internal = Report.Content.Internal ?? new InternalAnnex() };
        (Language, Revision) = (Report.Language, Report.Revision);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Report is null)
        {
            throw new NotFoundException("The report");
        }

        var files = await listDocuments.ExecuteAsync(Case.Id, new PageInput { PageSize = 100 }, Actor, cancellationToken);
        Files = [.. files.Items.Select(file => new Choice(file.Id.ToString(), file.FileName))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        if (Resolve is { } comment)
        {
            await resolveComment.ExecuteAsync(Report!.Id, comment, new ResolveCommentInput { Answer = Answers.GetValueOrDefault(comment) }, Actor, cancellationToken);
        }

        Flash(Resolve is null ? "Report.Saved" : "Report.ResolveDone");
        return LocalRedirect(Links.EditReport(Case.Reference, Number));
    }

    /// <summary>Keeps what is typed and answers with the same page, of which the browser takes the state.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        Revision = (await SaveAsync(cancellationToken)).Revision;
        ModelState.Remove(nameof(Revision));
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<SavedReport> SaveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var content = Input with
        {
            Training = Input.Training == new TrainingData() ? null : Input.Training,
            Internal = Input.Internal == new InternalAnnex() ? null : Input.Internal,
        };
        return await saveReport.ExecuteAsync(Report!.Id, new SaveReportInput(content, Language, Over ?? Revision), Actor, cancellationToken);
    }
}
