using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Reference;
using TechAssist.Core.Strategy;
using TechAssist.Core.Strategy.Dossiers;

namespace TechAssist.Web.Pages.Strategy;

/// <summary>Hands out the committee's dossier, made now.</summary>
public sealed class DossierModel(MakeDossier makeDossier, ReferenceCatalog reference, TimeProvider clock) : StrategyPage(reference, clock)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public StrategyFilter Filter { get; set; } = new();

    /// <param name="format">pdf, docx, xlsx or html.</param>
    /// <param name="lang">"fr" or "en"; the reader's own when not given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(string format, string? lang, CancellationToken cancellationToken) =>
        HandOut(await makeDossier.ExecuteAsync(Filter, format, lang, Actor, cancellationToken));
}
