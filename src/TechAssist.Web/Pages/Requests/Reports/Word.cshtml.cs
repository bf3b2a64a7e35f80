using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Word;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Missions;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>Takes the report to Word and back: the form to download, and the file to send. What it changes is shown on the next page.</summary>
[RequestSizeLimit(MostRead)]
[RequestFormLimits(MultipartBodyLengthLimit = MostRead)]
public sealed class WordModel(GetReport getReport, GetMission getMission, GetWordForm getWordForm, SendWordReport sendWordReport) : ReportPage(getReport, getMission)
{
    /// <summary>A file with large pictures is received to its end, so that its sender is told that it is too large; a form that is cut off
    /// could say nothing.</summary>
    private const long MostRead = 300L * 1024 * 1024;

    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const long MostMegabytes = SendWordReport.Most / (1024 * 1024);

    [BindProperty]
    public WordInput Input { get; set; } = new();

    /// <summary>The report's own language first.</summary>
    public IEnumerable<string> FormLanguages => Core.Languages.All.OrderByDescending(language => language == Report!.Language);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <param name="lang">Of headings and hints.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IActionResult> OnGetFileAsync(string? lang, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MayWrite)
        {
            return LocalRedirect(Links.ReportInWord(Case.Reference, Number));
        }

        var file = await getWordForm.ExecuteAsync(Report!.Id, lang, Actor, cancellationToken);
        return File(file.Bytes, ContentType, file.FileName);
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        if (Report is null)
        {
            throw new NotFoundException("The report");
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        var upload = await sendWordReport.ExecuteAsync(Report!.Id, new SentFile(Input.File?.FileName, Input.File?.ContentType, content), Actor, cancellationToken);
        return LocalRedirect(Links.ReportFromWord(Case.Reference, Number, upload));
    }

    public sealed record WordInput
    {
        public IFormFile? File { get; init; }
    }
}
