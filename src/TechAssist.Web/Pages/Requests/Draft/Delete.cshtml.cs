using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

public sealed class DeleteModel(GetDraft getDraft, ReferenceCatalog reference, DeleteDraft deleteDraft) : DraftPage(getDraft, reference)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Draft.IsDraft ? Page() : ToCase();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await deleteDraft.ExecuteAsync(Id, Actor, cancellationToken);
        Flash("Draft.Deleted");
        return LocalRedirect(Links.Home);
    }
}
