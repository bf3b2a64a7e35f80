using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Documents;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Pages.Requests.Draft;

public enum SectionState { NotStarted, Started, Complete }

/// <summary>The task list of a draft: what is done, what is missing.</summary>
public sealed class IndexModel(GetDraft getDraft, ReferenceCatalog reference, ListDocuments listDocuments) : DraftPage(getDraft, reference)
{
    public int FileCount { get; private set; }

    public int CompleteCount => Sections.Count(section => StateOf(section) == SectionState.Complete);

    public bool IsReady => CompleteCount == Sections.Count;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        FileCount = (await FilesAsync(listDocuments, cancellationToken)).Count;
        return Draft.MayWrite ? Page() : ToCase();
    }

    public SectionState StateOf(JourneySection section)
    {
        if (!Draft.Errors.Any(section.Owns))
        {
            return SectionState.Complete;
        }

        return section.IsEmptyIn(Draft.Content) ? SectionState.NotStarted : SectionState.Started;
    }
}
