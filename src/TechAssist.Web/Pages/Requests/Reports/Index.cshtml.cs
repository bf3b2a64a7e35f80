using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>The report as a text, with the remarks on its sections.</summary>
public sealed class IndexModel(GetReport getReport, GetMission getMission, StartReport startReport, CommentOnReport commentOnReport, ResolveComment resolveComment, ReopenComment reopenComment, GetPublicVersion getPublicVersion, GetTranslation getTranslation)
    : ReportPage(getReport, getMission)
{
    /// <summary>An earlier text, by its number.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    protected override int? ShownVersion => Version;

    /// <summary>Only the remarks that stand so; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public CommentStatus? Comments { get; set; }

    /// <summary>A new remark.</summary>
    [BindProperty]
    public CommentForm Input { get; set; } = new();

    /// <summary>The remark that was taken care of.</summary>
    [BindProperty]
    public Guid Comment { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The text in the language it was written in, or what there is of it in the reader's; null for what serves the reader best.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Original { get; set; }

    /// <summary>The report in the reader's language, as far as it is translated.</summary>
    private ReportInLanguage? translated;

    /// <summary>There is something to read in the reader's language, though the report was written in the other.</summary>
    public bool HasTranslation => translated?.Wording is Wording.Translated or Wording.PartlyTranslated;

    public bool IsPartly => translated?.Wording == Wording.PartlyTranslated;

    /// <summary>Before the report is final its own words are what is talked about.</summary>
    public bool IsTranslated => HasTranslation && !(Original ?? Report!.Status != ReportStatus.Final);

    public bool MayTranslate => Report is { Shown: null } && (Actor.IsSecretariat || Report.MayResolve);

    public ReportContent Body => IsTranslated ? translated!.Content : Report!.Content;

    /// <summary>The language of a text, where it is not the page's.</summary>
    /// <param name="field">Camel-case path inside the content.</param>
    public string? LangOf(string field) => !IsTranslated || untranslated.Contains(field) ? Lang : null;

    /// <summary>Of a text in both languages, of which the reader's half may be missing.</summary>
    public static string? LangOf(LangText text) => (Core.Languages.Current == "fr", string.IsNullOrWhiteSpace(text.Fr), string.IsNullOrWhiteSpace(text.En)) switch
    {
        (true, true, false) => "en",
        (false, false, true) => "fr",
        _ => null,
    };

    private HashSet<string> untranslated = [];

    public bool MayStart => Report is null && Case.IsRunning && (Actor.IsSecretariat || Task is { Form: "report" })
        && Mission.Status is not (MissionStatus.Planned or MissionStatus.Postponed or MissionStatus.Cancelled);

    /// <summary>The remarks on words of the text as it stands, by the field in which these are; none in an earlier version.</summary>
    public ILookup<string, CommentRow> Remarks => (Report!.Shown is null && !IsTranslated ? Report.Comments : [])
        .Where(comment => comment.FoundIn is not null && (Comments is null || comment.Status == Comments))
        .ToLookup(comment => comment.FoundIn!);

    public SectionComments CommentsOn(int section) =>
        SectionComments.Of(section, Report!, Case.IsRunning, isInForm: false, Comments, HttpMethods.IsPost(Request.Method) && !ModelState.IsValid ? Input : null);

    /// <summary>The field of a text in both languages that the reader sees.</summary>
    public static string FieldOf(string field, LangText text)
    {
        var isFrench = Core.Languages.Current == "fr";
        return field + (isFrench == string.IsNullOrWhiteSpace(isFrench ? text.Fr : text.En) ? ".en" : ".fr");
    }

    /// <summary>The public version is prepared or settled, and the reader may look at it.</summary>
    public bool HasPublicVersion { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Report is { Shown: null } && Report.Language != Core.Languages.Current)
        {
            var translations = await getTranslation.ForReaderAsync(Report.Id, Core.Languages.Current, Actor, cancellationToken);
            translated = ReportInLanguage.Of(Report.Content, Report.Language, Core.Languages.Current, translations);
            untranslated = TranslatableTexts.Of(Report.Content, Report.Language).Where(text => !translations.ContainsKey(text.Source)).Select(text => text.Field).ToHashSet();
        }

        HasPublicVersion = Report?.FinalAt is not null && await getPublicVersion.IsThereAsync(Mission.Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await startReport.ExecuteAsync(Mission.Id, null, Actor, cancellationToken);
        return LocalRedirect(Actor.IsSecretariat ? Links.Report(Case.Reference, Number) : Links.EditReport(Case.Reference, Number));
    }

    public async Task<IActionResult> OnPostCommentAsync(CancellationToken cancellationToken)
    {
        var report = await FindAsync(cancellationToken);
        var input = new CommentOnReportInput(Input.Section, Input.Text ?? "")
        {
            Quote = Blank.ToNull(Input.Quote),
            Field = Blank.ToNull(Input.Field),
            Before = Input.Before,
            After = Input.After,
        };
        var comment = await commentOnReport.ExecuteAsync(report.Id, input, Actor, cancellationToken);
        Flash("Report.CommentDone");
        return Redirect(Links.Report(Case.Reference, Number) + $"#comment-{comment}");
    }

    public async Task<IActionResult> OnPostResolveAsync(CancellationToken cancellationToken)
    {
        var report = await FindAsync(cancellationToken);
        await resolveComment.ExecuteAsync(report.Id, Comment, new ResolveCommentInput { Answer = Answer }, Actor, cancellationToken);
        Flash(report.MayReopen ? "Report.ResolveDone" : "Review.AnswerDone");
        return Redirect(Links.Report(Case.Reference, Number) + $"#comment-{Comment}");
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken)
    {
        var report = await FindAsync(cancellationToken);
        await reopenComment.ExecuteAsync(report.Id, Comment, new ReopenCommentInput { Text = Answer }, Actor, cancellationToken);
        Flash("Review.Reopened");
        return Redirect(Links.Report(Case.Reference, Number) + $"#comment-{Comment}");
    }

    private async Task<ReportView> FindAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Report ?? throw new NotFoundException("The report");
    }
}
