using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>The files of a case: to read, and for those who work on it to add to.</summary>
[RequestSizeLimit(AttachDocument.Most + (1024 * 1024))]
public sealed class DocumentsModel(ListDocuments listDocuments, AttachDocument attach) : CaseTab
{
    public override string Tab => "documents";

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<DocumentRow> Files { get; private set; } = new([], null);

    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    public bool MayAttach => Standing.IsWorkedOn && (Standing.Status != Core.Requests.RequestStatus.Closed || Actor.IsSecretariat);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Files = await listDocuments.ExecuteAsync(Standing.Id, new PageInput { PageSize = 50, After = After }, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        var file = Input.File ?? throw new InvalidInputException("file", "required");
        await using var content = file.OpenReadStream();
        await attach.ExecuteAsync(
            new AttachDocumentInput(
                Standing.Id, file.FileName, file.ContentType, Input.Language is "fr" or "en" ? Input.Language : null,
                Input.IsInternal ? DocumentAudience.Secretariat : DocumentAudience.Case),
            content, Actor, cancellationToken);
        Flash("Documents.Added", file.FileName);
        return LocalRedirect(Links.CaseTab(Reference, "documents"));
    }

    public sealed record DocumentInput
    {
        public IFormFile? File { get; init; }

        public string? Language { get; init; }

        public bool IsInternal { get; init; }
    }
}
