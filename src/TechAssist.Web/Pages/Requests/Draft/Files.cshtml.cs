using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Documents;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>The files that go with a request, from its draft on.</summary>
public sealed class FilesModel(GetDraft getDraft, ReferenceCatalog reference, ListDocuments listDocuments, AttachDocument attach, RemoveDocument remove)
    : DraftPage(getDraft, reference)
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<DocumentRow> Files { get; private set; } = [];

    public string Address => Links.DraftSection(Id, Journey.Files);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Draft.MayWrite ? Page() : ToCase();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Files = await FilesAsync(listDocuments, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await AttachAsync(cancellationToken);
        return LocalRedirect(Address);
    }

    /// <summary>A file that was chosen but not attached yet goes along.</summary>
    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Upload is not null)
        {
            await AttachAsync(cancellationToken);
        }

        return LocalRedirect(Links.DraftSection(Id, Journey.Check));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await remove.ExecuteAsync(documentId, Actor, cancellationToken);
        Flash("Draft.files.Removed");
        return LocalRedirect(Address);
    }

    private async Task AttachAsync(CancellationToken cancellationToken)
    {
        await using var content = Upload?.OpenReadStream() ?? Stream.Null;
        var document = await attach.ExecuteAsync(new AttachDocumentInput(Id, Upload?.FileName, Upload?.ContentType), content, Actor, cancellationToken);
        Flash("Draft.files.Added", document.FileName);
    }
}
