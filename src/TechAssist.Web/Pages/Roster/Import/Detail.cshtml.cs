using Hangfire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts.Imports;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Roster.Import;

/// <summary>Where an import stands: how far it is, what it would do, what it did, and the way back.</summary>
[Authorize(Access.Secretariat)]
public sealed class DetailModel(GetImport getImport, ListImportLines listLines, SteerImport steerImport, IBackgroundJobClient jobs, TimeProvider clock) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public LinesShown? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    [BindProperty]
    public DuplicateChoice Duplicates { get; set; }

    public ImportView View { get; private set; } = null!;

    public RosterImport Import => View.Import;

    public Page<ImportLineRow> Lines { get; private set; } = new([], null);

    public bool MayBeUndone => View.MayBeUndone(clock.GetUtcNow().UtcDateTime);

    public int Percent => Import.LineCount == 0 ? 100 : Math.Min(100, Import.DoneCount * 100 / Import.LineCount);

    public LinesShown Shown => Show ?? (View.Counts.Kept > 0 ? LinesShown.Kept : View.Counts.Faulty > 0 ? LinesShown.Faulty : LinesShown.Known);

    public IReadOnlyList<Choice> DuplicateChoices =>
        [.. Enum.GetValues<DuplicateChoice>().Select(choice => new Choice(choice.ToString(), T["DuplicateChoice." + choice], T["DuplicateChoice.Hint." + choice]))];

    public IEnumerable<(LinesShown Shown, int Count)> Lists => new[]
    {
        (LinesShown.Kept, View.Counts.Kept), (LinesShown.Faulty, View.Counts.Faulty), (LinesShown.Known, Import.Status == ImportStatus.Checked ? View.Counts.Known : 0),
    }.Where(list => list.Item2 > 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Import.Status == ImportStatus.Columns ? LocalRedirect(Links.ImportColumns(Id)) : Page();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        View = await getImport.ExecuteAsync(Id, Actor, cancellationToken);
        if (!Import.IsWorkedOn)
        {
            Lines = await listLines.ExecuteAsync(Id, Shown, After, Languages.Current, Actor, cancellationToken);
        }
    }

    /// <summary>The faulty lines with what is wrong, to mend and send again.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        View = await getImport.ExecuteAsync(Id, Actor, cancellationToken);
        var file = await listLines.FileAsync(Id, Languages.Current, Actor, cancellationToken);
        return File(file, "text/csv; charset=utf-8", T["Import.FaultyFile", Path.GetFileNameWithoutExtension(Import.FileName)]);
    }

    public async Task<IActionResult> OnPostRunAsync(CancellationToken cancellationToken)
    {
        await steerImport.RunAsync(Id, Duplicates, Actor, cancellationToken);
        return Start();
    }

    /// <param name="choice">Empty: as said for all.</param>
    public async Task<IActionResult> OnPostChooseAsync(int line, DuplicateChoice? choice, CancellationToken cancellationToken)
    {
        await steerImport.ChooseAsync(Id, line, choice, Actor, cancellationToken);
        Flash("Import.Chosen", line);
        return LocalRedirect(Links.ImportLines(Id, LinesShown.Known, After));
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken)
    {
        await steerImport.UndoAsync(Id, Actor, cancellationToken);
        return Start();
    }

    private LocalRedirectResult Start()
    {
        jobs.Enqueue<Jobs.ImportWork>(work => work.WorkAsync(Id, CancellationToken.None));
        return LocalRedirect(Links.Import(Id));
    }
}
