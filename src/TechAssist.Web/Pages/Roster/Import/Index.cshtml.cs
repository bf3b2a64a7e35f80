using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Tables;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster.Import;

/// <summary>A table is sent to be put on the roster; the imports before stand below.</summary>
[Authorize(Access.Secretariat)]
[RequestSizeLimit(TableFile.MostBytes + (1024 * 1024))]
public sealed class IndexModel(StartImport startImport, GetImport getImport) : PortalPage
{
    [BindProperty]
    public UploadInput Input { get; set; } = new();

    public IReadOnlyList<RosterImport> Latest { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken) => Latest = await getImport.LatestAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        var id = await startImport.ExecuteAsync(Input.File?.FileName, content, Actor, cancellationToken);
        return LocalRedirect(Links.ImportColumns(id));
    }

    public sealed record UploadInput
    {
        public IFormFile? File { get; init; }
    }
}
