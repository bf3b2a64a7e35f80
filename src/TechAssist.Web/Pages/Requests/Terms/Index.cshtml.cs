using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Terms;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Terms;

/// <summary>The terms of reference as a text, in any of their versions.</summary>
public sealed class IndexModel(GetTerms getTerms, StartTerms startTerms) : TermsPage(getTerms)
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public TermsContent Text => Terms!.Content;

    public bool IsLatest => Terms is not null && Terms.Version == Terms.Versions[0].Version;

    public bool MayStart => Terms is null && Actor.IsSecretariat && Case.IsRunning;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Terms is null && Version is not null)
        {
            throw new NotFoundException("The version");
        }
    }

    public override Task LoadAsync(CancellationToken cancellationToken) => LoadTermsAsync(Version, cancellationToken);

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        await LoadCaseAsync(cancellationToken);
        await startTerms.ExecuteAsync(Case.Id, Actor, cancellationToken);
        return LocalRedirect(Links.EditTerms(Case.Reference));
    }
}
