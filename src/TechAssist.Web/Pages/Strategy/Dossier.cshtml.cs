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
    public async Task<IActionResult> OnGetAsync(string format, string? lang, CancellationToken cancellationToken)
    {
        var file = await makeDossier.ExecuteAsync(Filter, format, lang, Actor, cancellationToken);
        // The page is a document of its own, with its style inside; it runs nothing and asks for nothing.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'";
        return format == "html" ? File(file.Bytes, file.ContentType) : File(file.Bytes, file.ContentType, file.FileName);
    }
}
