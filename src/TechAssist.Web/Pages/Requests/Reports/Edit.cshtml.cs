using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>Writes the report, section by section. What is typed is kept by itself; remarks are answered beside their section.</summary>
public sealed partial class EditModel(GetReport getReport, GetMission getMission, SaveReport saveReport, ResolveComment resolveComment, SettleConflict settle, ListDocuments listDocuments, GetSurvey getSurvey)
    : ReportPage(getReport, getMission)
{
    [BindProperty]
    public ReportContent Input { get; set; } = new();

    /// <summary>The language the report is written in.</summary>
    [BindProperty]
    public string Language { get; set; } = "fr";

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The remark that was taken care of, with the text that is saved.</summary>
    [BindProperty]
    public Guid? Resolve { get; set; }

    /// <summary>Of two texts for one place: the one that was typed is taken, or the one that stands there is left.</summary>
    [BindProperty]
    public Guid? Take { get; set; }

    [BindProperty]
    public Guid? Leave { get; set; }

    /// <summary>Number of the deliverable of the terms of which a row is to be there again.</summary>
    [BindProperty]
    public int? BringBack { get; set; }

    /// <summary>Fields in two languages, by path, that say the same in both.</summary>
    [BindProperty]
    public List<string> UpToDate { get; set; } = [];

    /// <summary>By remark. The name is said so that a form without remarks is not searched for keys under other names.</summary>
    [BindProperty(Name = "Answers")]
    public Dictionary<Guid, string?> Answers { get; set; } = [];

    /// <summary>What participants said so far, beside the satisfaction that the report gives; null where the writer is not told.</summary>
    public SurveyGlance? Said { get; private set; }

    /// <summary>The case's files, for the deliverables.</summary>
    public IReadOnlyList<Choice> Files { get; private set; } = [];

    /// <summary>The form shows what was sent and not taken.</summary>
    public bool IsUnsent => Request.Method == HttpMethods.Post && !IsSaved;

    /// <summary>Somebody else had saved meanwhile: the form holds more than was sent.</summary>
    public bool IsMerged { get; private set; }

    /// <summary>Deliverables of the terms of which no row speaks any more.</summary>
    public IReadOnlyList<PromisedDeliverable> Dropped => PromisedDeliverable.Missing(Report!.Promised, Input.Deliverables);

    public IReadOnlyList<Choice> Languages => [new("fr", T["Profile.French"]), new("en", T["Profile.English"])];

    public SectionComments CommentsOn(int section) => SectionComments.Of(section, Report!, Case.IsRunning, isInForm: true);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MayWrite)
        {
            return LocalRedirect(Links.Report(Case.Reference, Number));
        }

        Show();
        return Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Report is null)
        {
            throw new NotFoundException("The report");
        }

        Said = await getSurvey.GlanceAsync(Mission.Id, Actor, cancellationToken);
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

        if ((Take ?? Leave) is { } conflict)
        {
            await settle.ExecuteAsync(Report!.Id, conflict, Take is not null, Actor, cancellationToken);
        }

        Flash(Resolve is null ? IsMerged ? "Save.Merged" : "Report.Saved" : "Report.ResolveDone");
        return LocalRedirect(Links.EditReport(Case.Reference, Number) + (BringBack is null ? "" : "#" + FieldNames.Id("deliverables")));
    }

    /// <summary>Takes the training data from the mission's records, after what is typed is saved.</summary>
    public async Task<IActionResult> OnPostRecordsAsync([FromServices] TakeTrainingFigures takeFigures, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        Flash(await takeFigures.ExecuteAsync(Report!.Id, Actor, cancellationToken) ? "Delivery.ReportFilled" : "Delivery.NothingToFill");
        return Redirect(Links.EditReport(Case.Reference, Number) + "#part-10");
    }

    /// <summary>Keeps what is typed and answers with the same page, of which the browser takes the state.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        Revision = (await SaveAsync(cancellationToken)).Revision;
        ModelState.Remove(nameof(Revision));
        await LoadAsync(cancellationToken);
        if (IsMerged)
        {
            ModelState.Clear();
            Show();
        }

        return Page();
    }

    /// <summary>The form with one more, empty row in each list, from which the browser makes new ones.</summary>
    public ReportContent AddBlankRows() => Input = Input with
    {
        Deviations = [.. Input.Deviations, new()],
        Activities = [.. Input.Activities, new()],
        PersonsMet = [.. Input.PersonsMet, new()],
        Findings = [.. Input.Findings, new()],
        Deliverables = [.. Input.Deliverables, new()],
        Results = [.. Input.Results, new()],
        Initiatives = [.. Input.Initiatives, new()],
        Recommendations = [.. Input.Recommendations, new()],
    };

    /// <summary>The text as it stands.</summary>
    private void Show()
    {
        Input = Report!.Content with { Training = Report.Content.Training ?? new TrainingData(), Internal = Report.Content.Internal ?? new InternalAnnex() };
        (Language, Revision) = (Report.Language, Report.Revision);
    }

    private async Task<SavedReport> SaveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var content = Input with
        {
            Training = Input.Training == new TrainingData() ? null : Input.Training,
            Internal = Input.Internal == new InternalAnnex() ? null : Input.Internal,
            Deliverables = [.. Input.Deliverables, .. Dropped.Where(row => row.Number == BringBack).Select(row => row.ToRow())],
        };
        var saved = await saveReport.ExecuteAsync(Report!.Id, new SaveReportInput(content, Language, Revision) { UpToDate = UpToDate }, Actor, cancellationToken);
        IsMerged = saved.IsMerged;
        return saved;
    }
}
