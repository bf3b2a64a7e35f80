using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Word;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>Shows what a text from Word would change, place by place, before any of it is written; its sender chooses.</summary>
public sealed class WordChangesModel(GetReport getReport, GetMission getMission, GetWordUpload getWordUpload, TakeWordReport takeWordReport) : ReportPage(getReport, getMission)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Upload { get; set; }

    /// <summary>The places that are taken in.</summary>
    [BindProperty]
    public List<string> Units { get; set; } = [];

    public WordUploadView View { get; private set; } = null!;

    /// <summary>All are chosen at first; none where nobody knows which of both texts is the newer.</summary>
    public bool IsChosen(WordChange change) => Request.Method == HttpMethods.Post ? Units.Contains(change.Unit) : !View.IsBlind;

    public string LabelOf(string field) => ReportInWord.LabelOf(field, Report!.Content, Core.Languages.Current);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            await base.LoadAsync(cancellationToken);
            return LocalRedirect(Links.ReportInWord(Case.Reference, Number));
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Report is not { MayWrite: true } || Upload is not { } upload)
        {
            throw new NotFoundException("The upload");
        }

        View = await getWordUpload.ExecuteAsync(Report.Id, upload, Core.Languages.Current, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var saved = await takeWordReport.ExecuteAsync(Report!.Id, View.Id, new TakeWordReportInput(Units), Actor, cancellationToken);
        Flash(saved.IsMerged ? "Word.TakenMerged" : "Word.Taken");
        // What was not placed is still there to be copied.
        return LocalRedirect(View.Loose.Count > 0 ? Links.ReportFromWord(Case.Reference, Number, View.Id) : Links.EditReport(Case.Reference, Number));
    }
}
